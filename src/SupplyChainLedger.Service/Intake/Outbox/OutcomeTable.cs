using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>
/// How the chain's word on intents is kept. Nothing here touches an entry that is final, but for
/// <see cref="TakeBack"/> where the chain may lose final blocks.
/// </summary>
internal static class OutcomeTable
{
    private const string SetOutcome = $"""
        UPDATE intent SET state = ?2, verdict = ?3, block_number = ?4, block_hash = ?5, block_time = ?6,
            transaction_hash = ?7, log_index = ?8, reason = ?9
        WHERE hash = ?1 AND final = 0
        RETURNING {EntryRow.Columns}
        """;

    // Where a refusal was seen before, the block that has spent the nonce is the better proof.
    private const string SetCancelled = $"""
        UPDATE intent SET state = 6, verdict = 2, block_number = ?3, block_hash = ?4, block_time = ?5,
            transaction_hash = ?6, log_index = ?7, reason = ?8
        WHERE participant = ?1 AND nonce = ?2 AND is_cancellation = 0 AND final = 0 AND (verdict IS NULL OR verdict = 2)
        RETURNING {EntryRow.Columns}
        """;

    private const string SetPostponed = $"""
        UPDATE intent SET state = 1, dispatch = NULL, not_before = ?2 WHERE hash = ?1 AND state IN (1, 2)
        RETURNING {EntryRow.Columns}
        """;

    private const string SetHastened =
        $"UPDATE intent SET not_before = 0 WHERE hash = ?1 AND state = 1 RETURNING {EntryRow.Columns}";

    private const string ClearOutcome = $"""
        UPDATE intent SET state = CASE WHEN dispatch IS NULL THEN 1 ELSE 2 END, final = 0, verdict = NULL,
            block_number = NULL, block_hash = NULL, block_time = NULL, transaction_hash = NULL, log_index = NULL,
            reason = NULL
        WHERE block_number = ?1 AND block_hash = ?2 AND (final = 0 OR ?3)
        RETURNING {EntryRow.Columns}
        """;

    // An executed or rejected intent has spent its nonce, an expired or cancelled one never will: their block decides.
    // A refused one can still take effect under another signature of its digest until its deadline has passed.
    private const string SetFinal = $"""
        UPDATE intent SET final = 1
        WHERE final = 0 AND block_number = ?1 AND block_hash = ?2
            AND (state IN (3, 5, 6) OR verdict = 1 OR deadline < ?3)
        RETURNING {EntryRow.Columns}
        """;

    private const string SetExpired = $"""
        UPDATE intent SET state = 5, final = 1 WHERE deadline < ?1 AND state <= 2
        RETURNING {EntryRow.Columns}
        """;

    private const string BlocksToSettle = """
        SELECT DISTINCT block_number, block_hash FROM intent
        WHERE final = 0 AND block_number IS NOT NULL ORDER BY block_number DESC
        """;

    private const string AllBlocks = """
        SELECT DISTINCT block_number, block_hash FROM intent
        WHERE block_number IS NOT NULL ORDER BY block_number DESC
        """;

    /// <summary>Lets an intent wait no longer for a time at which it may do better; null when it does not wait.
    /// </summary>
    public static OutboxEntry? Hasten(OutboxSession session, IntentHash hash)
    {
        var entry = session.Sqlite.First(SetHastened, EntryRow.Read, hash.Value.ToBytes());
        if (entry is not null) session.Note(entry, IntentStep.Hastened);
        return entry;
    }

    /// <summary>Records what a block says of an intent; null when the entry is unknown or final.</summary>
    public static OutboxEntry? Record(OutboxSession session, IntentHash hash, EntryOutcome outcome) =>
        Record(session, hash, StateOf(outcome.Verdict), outcome);

    /// <inheritdoc cref="Record(OutboxSession, IntentHash, EntryOutcome)"/>
    public static OutboxEntry? Record(OutboxSession session, IntentHash hash, EntryState state, EntryOutcome outcome)
    {
        var entry = session.Sqlite.First(
            SetOutcome,
            EntryRow.Read,
            hash.Value.ToBytes(),
            (long)state,
            (long)outcome.Verdict,
            (long)outcome.Block.Number,
            outcome.Block.Hash.ToBytes(),
            (long)outcome.Block.Timestamp,
            outcome.TransactionHash?.ToBytes(),
            (long?)outcome.LogIndex,
            outcome.Reason.ToArray());
        if (entry is not null) session.Note(entry, IntentStep.Settled);
        return entry;
    }

    /// <summary>Records that a nonce was taken from the intent that had it.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="participant">Whose nonce.</param>
    /// <param name="nonce">The nonce.</param>
    /// <param name="cancellation">Where the ledger has executed the cancellation.</param>
    public static void Cancel(
        OutboxSession session, ParticipantId participant, Nonce nonce, EntryOutcome cancellation) => session.Note(
        session.Sqlite.All(
            SetCancelled,
            EntryRow.Read,
            (long)participant.Value,
            nonce.Value.ToBytes(),
            (long)cancellation.Block.Number,
            cancellation.Block.Hash.ToBytes(),
            (long)cancellation.Block.Timestamp,
            cancellation.TransactionHash?.ToBytes(),
            (long?)cancellation.LogIndex,
            ContractReasons.NonceAlreadyUsed(participant, nonce)),
        IntentStep.Settled);

    /// <summary>Lets a pending intent wait until the chain's time has reached a moment.</summary>
    public static void Postpone(OutboxSession session, IntentHash hash, ulong notBefore)
    {
        var entry = session.Sqlite.First(SetPostponed, EntryRow.Read, hash.Value.ToBytes(), (long)notBefore);
        if (entry is not null) session.Note(entry, IntentStep.Postponed);
    }

    /// <summary>Forgets what a block that is gone said. What a dispatch still carries is on its way again.</summary>
    /// <returns>The entries that are pending again.</returns>
    public static IReadOnlyList<OutboxEntry> TakeBack(
        OutboxSession session, RecordedBlock block, bool evenFinal) => session.Note(
        session.Sqlite.All(
            ClearOutcome, EntryRow.Read, (long)block.Number, block.Hash.ToBytes(), evenFinal ? 1L : 0L),
        IntentStep.TakenBack);

    /// <summary>Closes what a final block has decided.</summary>
    public static void Finalise(OutboxSession session, RecordedBlock block, ulong finalTime) =>
        session.Note(
            session.Sqlite.All(
                SetFinal, EntryRow.Read, (long)block.Number, block.Hash.ToBytes(), (long)finalTime),
            IntentStep.Finalised);

    /// <summary>Closes what no later block can take any more.</summary>
    public static void Expire(OutboxSession session, ulong finalTime) =>
        session.Note(session.Sqlite.All(SetExpired, EntryRow.Read, (long)finalTime), IntentStep.Finalised);

    /// <summary>The blocks that recorded something, the newest first.</summary>
    public static List<RecordedBlock> ReadBlocks(SqliteSession sqlite, bool evenFinal) =>
        sqlite.All(
            evenFinal ? AllBlocks : BlocksToSettle,
            static row => new RecordedBlock(row.GetUnsigned(0), row.GetHash(1)));

    private static EntryState StateOf(IntentVerdict verdict) => verdict switch
    {
        IntentVerdict.Executed => EntryState.Executed,
        IntentVerdict.Rejected => EntryState.Rejected,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "A refusal needs a judgement."),
    };
}
