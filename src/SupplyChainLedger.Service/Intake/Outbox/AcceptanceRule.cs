using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>
/// Takes intents into the outbox. Runs within the writer's transaction, where no two intents are judged at once, so
/// that copies make one row and all of them the same answer.
/// </summary>
internal static class AcceptanceRule
{
    /// <param name="session">The transaction.</param>
    /// <param name="signed">The intent.</param>
    /// <param name="recorded">What the chain has made of it already, without this service; usually null.</param>
    /// <param name="isFinal">Whether the block that says so is final.</param>
    /// <param name="now">The time of acceptance.</param>
    /// <param name="limits">How many intents may be on their way, in all and of one participant.</param>
    public static Acceptance Take(
        OutboxSession session,
        SignedIntent signed,
        EntryOutcome? recorded,
        bool isFinal,
        DateTimeOffset now,
        IntakeOptions limits)
    {
        var sqlite = session.Sqlite;
        var intent = signed.Intent;
        if (EntryTable.Find(sqlite, signed.Hash) is { } known) return new Acceptance.Taken(known);
        if (NonceRule.Refuse(sqlite, intent, recorded is not null) is { } refusal) return refusal;
        if (recorded is not null) return new Acceptance.Taken(Record(session, signed, recorded, isFinal, now));
        if (intent is SubmitInvoice && signed.Invoice is { } id && EntryTable.FindSubmission(sqlite, id) is not null)
            return new Acceptance.SubmissionOnItsWay(id);

        // What holds up the outbox must not keep its participants from taking back what is in it.
        if (!IsKnownCancellation(sqlite, intent) && FindLimit(session, intent, limits) is { } reached) return reached;

        session.Count(intent.Participant);
        var entry = EntryTable.Insert(sqlite, signed, now);
        session.Note(entry, IntentStep.Accepted);
        return new Acceptance.Taken(entry);
    }

    private static Acceptance? FindLimit(OutboxSession session, LedgerIntent intent, IntakeOptions limits)
    {
        if (session.Pending >= limits.MaxPending) return new Acceptance.Full();
        if (session.WaitingOf(intent.Participant) >= limits.MaxWaitingPerParticipant)
            return new Acceptance.Crowded(limits.MaxWaitingPerParticipant, AreAlike: false);
        return intent is not SubmitInvoice
            && WaitingTable.CountLike(session.Sqlite, intent) >= limits.MaxWaitingPerReceivable
            ? new Acceptance.Crowded(limits.MaxWaitingPerReceivable, AreAlike: true)
            : null;
    }

    private static bool IsKnownCancellation(SqliteSession sqlite, LedgerIntent intent) =>
        intent is CancelIntent cancelling && EntryTable.Find(sqlite, cancelling.Cancelled) is not null;

    private static OutboxEntry Record(
        OutboxSession session, SignedIntent signed, EntryOutcome recorded, bool isFinal, DateTimeOffset now)
    {
        session.Note(EntryTable.Insert(session.Sqlite, signed, now), IntentStep.Accepted);
        var entry = OutcomeTable.Record(session, signed.Hash, recorded)!;
        if (signed.Intent is CancelIntent && entry.IsExecuted)
            OutcomeTable.Cancel(session, signed.Intent.Participant, signed.Intent.Nonce, recorded);
        if (!isFinal) return entry;

        // Nothing else would: blocks are gone through when they are new.
        OutcomeTable.Finalise(session, new RecordedBlock(recorded.Block.Number, recorded.Block.Hash), finalTime: 0);
        return EntryTable.Find(session.Sqlite, signed.Hash)!;
    }
}
