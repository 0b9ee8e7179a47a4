using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Intake.Journal;

/// <summary>What the steps of intents are called in log, metrics and traces.</summary>
internal static class StepNames
{
    /// <summary>Name of a step; of one by which a block decides, what it has decided.</summary>
    public static string Of(OutboxEntry entry, IntentStep step) => step switch
    {
        IntentStep.Settled => Of(entry.State),
        IntentStep.Finalised when entry is { State: EntryState.Expired, Outcome: null } => "expired",
        IntentStep.Finalised => "final",
        IntentStep.Accepted => "accepted",
        IntentStep.Sent => "sent",
        IntentStep.Replaced => "replaced",
        IntentStep.Released => "released",
        IntentStep.Postponed => "postponed",
        IntentStep.Hastened => "hastened",
        _ => "taken_back",
    };

    /// <summary>Name of a state.</summary>
    public static string Of(EntryState state) => state switch
    {
        EntryState.Executed => "executed",
        EntryState.Rejected => "rejected",
        EntryState.Expired => "expired",
        EntryState.Cancelled => "cancelled",
        EntryState.Sent => "sent",
        _ => "waiting",
    };
}
