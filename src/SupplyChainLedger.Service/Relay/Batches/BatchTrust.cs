using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Relay.Batches;

/// <summary>
/// Which batches can go without having been tried out, which costs the node as much as the block that takes them. The
/// contract refuses one intent without any other of its batch; what a trial saves is the gas of the refused ones, and
/// of a batch whose limit is too low. Submissions are checked by the intake for all that the contract refuses, and each
/// needs about the same gas. What still gets refused there was right when it was accepted, and costs no more than one
/// that is executed; after the first of them every batch is tried out for a while. So nobody can have the relay pay
/// for more than what is on its way at once.
/// </summary>
internal sealed class BatchTrust : IDisposable
{
    /// <summary>So many are tried out since the last refusal.</summary>
    private const int Trials = 100;

    private readonly GasBudget _budget;
    private readonly OutboxChanges _changes;
    private int _trialsLeft;

    public BatchTrust(GasBudget budget, OutboxChanges changes)
    {
        _budget = budget;
        _changes = changes;
        _changes.Committed += Look;
    }

    /// <summary>Whether these can go as they are.</summary>
    public bool Has(IReadOnlyList<OutboxEntry> entries) =>
        _budget.IsProven && Volatile.Read(ref _trialsLeft) == 0 && entries.All(IsSubmission);

    /// <summary>A batch has been tried out, and none of it would be refused.</summary>
    public void Earn()
    {
        if (Volatile.Read(ref _trialsLeft) > 0) Interlocked.Decrement(ref _trialsLeft);
    }

    public void Dispose() => _changes.Committed -= Look;

    private void Look(IReadOnlyList<OutboxChange> changes)
    {
        if (changes.Any(IsRefusal)) Volatile.Write(ref _trialsLeft, Trials);
    }

    // One that comes too early is refused as well, and waits.
    private static bool IsRefusal(OutboxChange change) =>
        change.Step == IntentStep.Postponed || change.Entry.Outcome?.Verdict == IntentVerdict.Refused;

    private static bool IsSubmission(OutboxEntry entry) => entry.Kind == nameof(SubmitInvoice);
}
