using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>How intents enter the outbox and are found in it.</summary>
internal static class EntryTable
{
    public const string CountPending = """
        SELECT (SELECT COUNT(*) FROM intent WHERE state = 1) + (SELECT COUNT(*) FROM intent WHERE state = 2)
        """;

    /// <summary>What is to be taken back stays behind its cancellation, while that may still come into a block.</summary>
    public const string IsNotBeingCancelled = """
        (cancellation IS NULL OR NOT EXISTS (
            SELECT 1 FROM intent AS other WHERE other.hash = intent.cancellation AND other.state <= 2))
        """;

    private const string ByHash = $"SELECT {EntryRow.Columns} FROM intent WHERE hash = ?1";

    private const string ByNonce = $"SELECT {EntryRow.Columns} FROM intent WHERE participant = ?1 AND nonce = ?2";

    private const string ByCall = $"SELECT {EntryRow.Columns} FROM intent WHERE call_hash = ?1 AND state <= 2";

    private const string SetCancellation = """
        UPDATE intent SET cancellation = ?3 WHERE participant = ?1 AND nonce = ?2 AND is_cancellation = 0
        """;

    // A submission that the ledger has executed and that is final is in the index, which answers for it.
    private const string BySubmission = $"""
        SELECT {EntryRow.Columns} FROM intent
        WHERE invoice = ?1 AND is_submission = 1 AND state <= 3 AND final = 0
        """;

    private const string Pending = $"""
        SELECT {EntryRow.Columns} FROM intent WHERE state = 1 AND sequence > ?1
        UNION ALL SELECT {EntryRow.Columns} FROM intent WHERE state = 2 AND sequence > ?1
        ORDER BY sequence LIMIT ?2
        """;

    private const string Refused = $"""
        SELECT {EntryRow.Columns} FROM intent
        WHERE final = 0 AND block_number IS NOT NULL AND verdict = 2 AND (block_number, sequence) > (?1, ?2)
        ORDER BY block_number, sequence LIMIT ?3
        """;

    private const string Waiting = $"""
        SELECT {EntryRow.Columns} FROM intent WHERE state = 1 AND not_before <= ?1 AND {IsNotBeingCancelled}
        ORDER BY sequence LIMIT ?2
        """;

    private const string InsertNew = """
        INSERT INTO intent (hash, call, call_hash, signer, participant, nonce, deadline, invoice, is_submission,
            is_cancellation, accepted_at, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 1)
        """;

    /// <summary>Whether any intent is on its way.</summary>
    public static bool HasPending(SqliteSession sqlite) =>
        sqlite.Number("""
            SELECT EXISTS (SELECT 1 FROM intent WHERE state = 1) OR EXISTS (SELECT 1 FROM intent WHERE state = 2)
            """) == 1;

    public static OutboxEntry? Find(SqliteSession sqlite, IntentHash hash) =>
        sqlite.First(ByHash, EntryRow.Read, hash.Value.ToBytes());

    /// <summary>The intents that have this nonce of the participant: one, and at most one that takes it back.</summary>
    public static List<OutboxEntry> ReadByNonce(SqliteSession sqlite, ParticipantId participant, Nonce nonce) =>
        sqlite.All(ByNonce, EntryRow.Read, (long)participant.Value, nonce.Value.ToBytes());

    /// <summary>The pending intent whose call has this hash.</summary>
    public static OutboxEntry? FindPendingByCall(SqliteSession sqlite, Hash32 callHash) =>
        sqlite.First(ByCall, EntryRow.Read, callHash.ToBytes());

    /// <summary>A submission of the invoice that is on its way, or executed and not yet final.</summary>
    public static OutboxEntry? FindSubmission(SqliteSession sqlite, InvoiceId invoice) =>
        sqlite.First(BySubmission, EntryRow.Read, invoice.Value.ToBytes());

    /// <summary>Pending intents after a place in the order of acceptance.</summary>
    public static List<OutboxEntry> ReadPending(SqliteSession sqlite, long after, int limit) =>
        sqlite.All(Pending, EntryRow.Read, after, limit);

    /// <summary>
    /// Intents that a block has refused and that are not final, by block and acceptance, after the given one; from the
    /// first where there is none.
    /// </summary>
    public static List<OutboxEntry> ReadRefused(SqliteSession sqlite, OutboxEntry? after, int limit) => sqlite.All(
        Refused, EntryRow.Read, (long)(after?.Outcome?.Block.Number ?? 0), after?.Sequence ?? 0L, limit);

    /// <summary>Intents to send at a chain time, the oldest first.</summary>
    public static List<OutboxEntry> ReadWaiting(SqliteSession sqlite, ulong chainTime, int limit) =>
        sqlite.All(Waiting, EntryRow.Read, (long)chainTime, limit);

    /// <summary>Writes a new intent.</summary>
    public static OutboxEntry Insert(SqliteSession sqlite, SignedIntent signed, DateTimeOffset acceptedAt)
    {
        var intent = signed.Intent;
        if (intent is CancelIntent) Announce(sqlite, signed);
        var milliseconds = acceptedAt.ToUnixTimeMilliseconds();
        var sequence = sqlite.Insert(
            InsertNew,
            signed.Hash.Value.ToBytes(),
            signed.Call,
            Keccak256.Hash(signed.Call).ToBytes(),
            signed.Signer.ToBytes(),
            (long)intent.Participant.Value,
            intent.Nonce.Value.ToBytes(),
            (long)intent.Deadline,
            signed.Invoice?.Value.ToBytes(),
            intent is SubmitInvoice ? 1L : 0L,
            intent is CancelIntent ? 1L : 0L,
            milliseconds);
        return new OutboxEntry(
            sequence,
            signed.Hash,
            signed.Call,
            signed.Signer,
            intent.Participant,
            signed.Invoice,
            intent.Deadline,
            DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            EntryState.Waiting,
            IsFinal: false,
            Dispatch: null,
            SentAs: null,
            Outcome: null);
    }

    /// <summary>Tells the intent that has the nonce of its cancellation.</summary>
    private static void Announce(SqliteSession sqlite, SignedIntent cancelling) => sqlite.Execute(
        SetCancellation,
        (long)cancelling.Intent.Participant.Value,
        cancelling.Intent.Nonce.Value.ToBytes(),
        cancelling.Hash.Value.ToBytes());
}
