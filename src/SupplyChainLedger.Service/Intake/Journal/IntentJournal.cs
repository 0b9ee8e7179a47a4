using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Intake.Journal;

/// <summary>
/// One line for each step of an intent, once it is on disk: which intent, of what kind, whom it binds, where it is. No
/// field of the intent and no signature.
/// </summary>
internal sealed class IntentJournal(OutboxChanges changes, ILogger<IntentJournal> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        changes.Committed += Write;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        changes.Committed -= Write;
        return Task.CompletedTask;
    }

    private void Write(IReadOnlyList<OutboxChange> committed)
    {
        if (!log.IsEnabled(LogLevel.Information)) return;
        foreach (var (entry, step) in committed) Write(entry, StepNames.Of(entry, step), step);
    }

    private void Write(OutboxEntry entry, string name, IntentStep step)
    {
        var (kind, participant) = (entry.Kind, entry.Participant.Value);
        switch (step)
        {
            case IntentStep.Sent or IntentStep.Replaced when entry.SentAs is { } transaction:
                log.Carried(entry.Hash, kind, participant, name, transaction);
                break;
            case IntentStep.Settled or IntentStep.Finalised when entry.Outcome is { } outcome:
                var reason = outcome.Reason.IsEmpty ? "none" : ContractReasons.Decode(outcome.Reason.Span).Name;
                log.Recorded(
                    entry.Hash, kind, participant, name, outcome.Block.Number, outcome.TransactionHash, reason);
                break;
            default:
                log.Stepped(entry.Hash, kind, participant, name);
                break;
        }
    }
}
