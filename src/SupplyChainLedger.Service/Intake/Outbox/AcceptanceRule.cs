using SupplyChainLedger.Contracts.Intents;

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
    /// <param name="maxPending">Intents that may be on their way at once.</param>
    public static Acceptance Take(
        OutboxSession session,
        SignedIntent signed,
        EntryOutcome? recorded,
        bool isFinal,
        DateTimeOffset now,
        int maxPending)
    {
        var sqlite = session.Sqlite;
        var intent = signed.Intent;
        if (EntryTable.FindKnown(sqlite, signed.Hash) is { } known) return new Acceptance.Taken(known);
        if (EntryTable.FindByNonce(sqlite, intent.Participant, intent.Nonce) is not null)
            return new Acceptance.NonceTaken();
        if (recorded is not null) return new Acceptance.Taken(Record(session, signed, recorded, isFinal, now));
        if (intent is SubmitInvoice { Invoice: var id } && EntryTable.FindSubmission(sqlite, id) is not null)
            return new Acceptance.SubmissionOnItsWay(id);
        if (session.Pending >= maxPending) return new Acceptance.Full();

        session.Pending++;
        var entry = EntryTable.Insert(sqlite, signed, now);
        session.Note(entry, IntentStep.Accepted);
        return new Acceptance.Taken(entry);
    }

    private static OutboxEntry Record(
        OutboxSession session, SignedIntent signed, EntryOutcome recorded, bool isFinal, DateTimeOffset now)
    {
        session.Note(EntryTable.Insert(session.Sqlite, signed, now), IntentStep.Accepted);
        var entry = OutcomeTable.Record(session, signed.Hash, recorded)!;
        if (!isFinal) return entry;

        // Nothing else would: blocks are gone through when they are new.
        OutcomeTable.Finalise(session, new RecordedBlock(recorded.Block.Number, recorded.Block.Hash), finalTime: 0);
        return EntryTable.Find(session.Sqlite, signed.Hash)!;
    }
}
