using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>
/// Who may have a nonce: one intent, and beside it one that takes it back. Which of the two takes effect is decided by
/// the chain.
/// </summary>
internal static class NonceRule
{
    /// <param name="sqlite">The transaction.</param>
    /// <param name="intent">An intent that the outbox does not know.</param>
    /// <param name="isRecorded">Whether the chain has recorded it already.</param>
    /// <returns>Why it is not taken; null where its nonce is no obstacle.</returns>
    public static Acceptance? Refuse(SqliteSession sqlite, LedgerIntent intent, bool isRecorded)
    {
        var rivals = EntryTable.ReadByNonce(sqlite, intent.Participant, intent.Nonce);
        return intent is CancelIntent cancelling
            ? RefuseCancellation(sqlite, cancelling, rivals, isRecorded)
            : RefuseOther(rivals, isRecorded);
    }

    /// <summary>What its participant has taken back before it came is not taken, unless the chain has it already.
    /// </summary>
    private static Acceptance.NonceTaken? RefuseOther(List<OutboxEntry> rivals, bool isRecorded) =>
        rivals.Exists(rival => !rival.IsCancellation || (!isRecorded && (rival.IsPending || rival.IsExecuted)))
            ? new Acceptance.NonceTaken()
            : null;

    private static Acceptance? RefuseCancellation(
        SqliteSession sqlite, CancelIntent cancelling, List<OutboxEntry> rivals, bool isRecorded)
    {
        if (rivals.Exists(static rival => rival.IsCancellation)) return new Acceptance.NonceTaken();
        if (isRecorded) return null;

        var named = EntryTable.Find(sqlite, cancelling.Cancelled);
        if (rivals is [var original])
        {
            if (original.Hash != named?.Hash) return new Acceptance.CancellationMismatch(cancelling.Cancelled);
            return original.IsFinal ? new Acceptance.CancelledTooLate(original) : null;
        }

        // Unknown here is no obstacle: it may be on its way by another service.
        return named is null ? null : new Acceptance.CancellationMismatch(named.Hash);
    }
}
