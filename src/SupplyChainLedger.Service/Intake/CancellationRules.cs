using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Intake;

/// <summary>What is over cannot be taken back; of what this service has not accepted the index knows.</summary>
internal sealed class CancellationRules(IIntentOutcomes outcomes, IIndexProgress progress)
{
    /// <exception cref="Faults.LedgerFault">INTENT_ALREADY_ENDED.</exception>
    public void Check(LedgerIntent intent)
    {
        if (intent is not CancelIntent cancelling) return;
        if (outcomes.Find(cancelling.Cancelled.Value) is not { } outcome) return;
        if (outcome.Participant != intent.Participant || outcome.At.Block.Number > progress.Current.FinalBlock) return;
        throw IntakeFaults.AlreadyEnded(
            cancelling.Cancelled,
            outcome.Verdict == IntentVerdict.Executed ? EntryState.Executed : EntryState.Rejected);
    }
}
