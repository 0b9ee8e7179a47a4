using System.Globalization;
using System.Numerics;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Relay.Fees;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Relay.Dispatches;

/// <summary>How dispatches, their attempts and what they carry are kept in the outbox.</summary>
internal static class DispatchTable
{
    private const string Columns = "id, sender, nonce, intents, state, block_number, block_hash";

    private const string OpenOnes = $"SELECT {Columns} FROM dispatch WHERE state = 1 ORDER BY nonce";

    // Dispatches that are done with, but still carry intents of which no block in the index says anything.
    private const string UnsettledOnes = $"""
        SELECT {Columns} FROM dispatch
        WHERE state <> 1 AND id IN (SELECT DISTINCT dispatch FROM intent WHERE state = 2 AND dispatch IS NOT NULL)
        """;

    // A block above the one that the count is of may well hold it, if the chain reaches that far.
    private const string IsUncounted = """
        sender = ?1 AND nonce >= ?2 AND state <> 1
            AND (block_number IS NULL OR block_number <= ?3 OR block_number > ?4)
        """;

    private const string AttemptsOf = """
        SELECT hash, gas_limit, max_fee, priority_fee, signed_at, signed_at_block
        FROM attempt WHERE dispatch = ?1 ORDER BY id DESC
        """;

    private const string CarriedBy = $"SELECT {EntryRow.Columns} FROM intent WHERE dispatch = ?1 AND state = 2";

    private const string SetSent = """
        UPDATE intent SET state = 2, dispatch = ?2, sent_as = ?3 WHERE sequence = ?1 AND state = 1
        """;

    private const string SetReplaced = $"""
        UPDATE intent SET sent_as = ?2 WHERE dispatch = ?1 AND state = 2 RETURNING {EntryRow.Columns}
        """;

    private const string SetReleased = $"""
        UPDATE intent SET state = 1, dispatch = NULL, sent_as = NULL WHERE hash = ?1 AND dispatch = ?2 AND state = 2
        RETURNING {EntryRow.Columns}
        """;

    /// <summary>Writes a signed batch before the node hears of it.</summary>
    public static Dispatch Insert(
        OutboxSession session, Address sender, ulong nonce, SignedAttempt signed, IReadOnlyList<OutboxEntry> carried)
    {
        var sqlite = session.Sqlite;
        var attempt = signed.Attempt;
        var id = sqlite.Insert(
            "INSERT INTO dispatch (sender, nonce, intents, state) VALUES (?1, ?2, ?3, 1)",
            sender.ToBytes(), (long)nonce, (long)carried.Count);
        InsertAttempt(sqlite, id, signed);
        var sentAs = attempt.Hash.ToBytes();
        foreach (var entry in carried)
        {
            if (sqlite.Execute(SetSent, entry.Sequence, id, sentAs) == 1)
                session.Note(
                    entry with { State = EntryState.Sent, Dispatch = id, SentAs = attempt.Hash }, IntentStep.Sent);
        }

        return new Dispatch(id, sender, nonce, carried.Count, DispatchState.Open, Block: null, [attempt]);
    }

    /// <summary>Writes another transaction for the same batch and nonce.</summary>
    public static void AddAttempt(OutboxSession session, Dispatch dispatch, SignedAttempt signed)
    {
        InsertAttempt(session.Sqlite, dispatch.Id, signed);
        var sentAs = signed.Attempt.Hash.ToBytes();
        session.Note(
            session.Sqlite.All(SetReplaced, EntryRow.Read, dispatch.Id, sentAs), IntentStep.Replaced);
    }

    /// <summary>Reads the transaction of an attempt, which the others here leave where it is.</summary>
    public static SignedAttempt ReadSigned(SqliteSession sqlite, Attempt attempt) => new(
        attempt,
        sqlite.First(
            "SELECT raw FROM attempt WHERE hash = ?1",
            static row => row.GetBytes(0),
            attempt.Hash.ToBytes())!);

    /// <summary>Opens what the chain no longer counts: every nonce from its own count on is free there.</summary>
    /// <returns>How many dispatches were done with before.</returns>
    public static int Reopen(OutboxSession session, Uncounted uncounted) => session.Sqlite.Execute(
        $"UPDATE dispatch SET state = 1, block_number = NULL, block_hash = NULL WHERE {IsUncounted}",
        Arguments(uncounted));

    /// <summary>Notes where a dispatch stands.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="dispatch">The dispatch.</param>
    /// <param name="state">Its new state.</param>
    /// <param name="block">The block that took it; null unless included.</param>
    public static void SetState(OutboxSession session, Dispatch dispatch, DispatchState state, RecordedBlock? block) =>
        session.Sqlite.Execute(
            "UPDATE dispatch SET state = ?2, block_number = ?3, block_hash = ?4 WHERE id = ?1",
            dispatch.Id, (long)state, (long?)block?.Number, block?.Hash.ToBytes());

    /// <summary>Lets an intent wait for another dispatch.</summary>
    public static void Release(OutboxSession session, Dispatch dispatch, OutboxEntry entry) => session.Note(
        session.Sqlite.All(SetReleased, EntryRow.Read, entry.Hash.Value.ToBytes(), dispatch.Id), IntentStep.Released);

    /// <summary>Dispatches whose nonce is not known to be spent, by nonce.</summary>
    public static List<Dispatch> ReadOpen(SqliteSession sqlite) => Read(sqlite, OpenOnes);

    /// <summary>Dispatches that are done with and still carry intents without an outcome.</summary>
    public static List<Dispatch> ReadUnsettled(SqliteSession sqlite) => Read(sqlite, UnsettledOnes);

    /// <summary>Intents that a dispatch carries and that have no outcome.</summary>
    public static List<OutboxEntry> ReadCarried(SqliteSession sqlite, Dispatch dispatch) =>
        sqlite.All(CarriedBy, EntryRow.Read, dispatch.Id);

    /// <summary>Whether dispatches that are done with have a nonce that the chain does not count.</summary>
    public static bool HasUncounted(SqliteSession sqlite, Uncounted uncounted) => sqlite.Number(
        $"SELECT EXISTS (SELECT 1 FROM dispatch WHERE {IsUncounted})", Arguments(uncounted)) == 1;

    /// <summary>The nonce after the highest that any dispatch has; 0 where there is none.</summary>
    public static ulong NextNonce(SqliteSession sqlite, Address sender) => (ulong)sqlite.Number(
        "SELECT COALESCE(MAX(nonce) + 1, 0) FROM dispatch WHERE sender = ?1", sender.ToBytes())!.Value;

    /// <summary>
    /// The first nonce from the chain's count on that no dispatch has. A gap, left by whatever cause, would hold up
    /// everything behind it.
    /// </summary>
    public static ulong FirstFreeNonce(SqliteSession sqlite, Address sender, ulong count)
    {
        var taken = sqlite.All(
            "SELECT nonce FROM dispatch WHERE sender = ?1 AND nonce >= ?2 ORDER BY nonce",
            static row => row.GetUnsigned(0),
            sender.ToBytes(),
            (long)count);
        foreach (var nonce in taken)
        {
            if (nonce != count) break;
            count++;
        }

        return count;
    }

    private static SqliteValue[] Arguments(Uncounted uncounted) =>
    [
        uncounted.Account.ToBytes(), (long)uncounted.Count, (long)uncounted.CountedTo, (long)uncounted.Head,
    ];

    private static List<Dispatch> Read(SqliteSession sqlite, string sql) =>
    [
        .. sqlite.All(sql, ReadRow)
            .Select(one => one with { Attempts = sqlite.All(AttemptsOf, ReadAttempt, one.Id) }),
    ];

    private static void InsertAttempt(SqliteSession sqlite, long dispatch, SignedAttempt signed) => sqlite.Execute(
        """
        INSERT INTO attempt (dispatch, hash, raw, gas_limit, max_fee, priority_fee, signed_at, signed_at_block)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """,
        dispatch,
        signed.Attempt.Hash.ToBytes(),
        signed.Raw,
        (long)signed.Attempt.GasLimit,
        signed.Attempt.Fee.MaxFee.ToString(CultureInfo.InvariantCulture),
        signed.Attempt.Fee.PriorityFee?.ToString(CultureInfo.InvariantCulture),
        signed.Attempt.SignedAt.ToUnixTimeMilliseconds(),
        (long)signed.Attempt.SignedAtBlock);

    private static Dispatch ReadRow(SqliteRow row) => new(
        row.GetInt64(0),
        row.GetAddress(1),
        row.GetUnsigned(2),
        (int)row.GetInt64(3),
        (DispatchState)row.GetInt64(4),
        row.IsDBNull(5) ? null : new RecordedBlock(row.GetUnsigned(5), row.GetHash(6)),
        []);

    private static Attempt ReadAttempt(SqliteRow row) => new(
        row.GetHash(0),
        row.GetUnsigned(1),
        new FeeOffer(Wei(row.GetString(2)), row.GetText(3) is { } tip ? Wei(tip) : null),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        row.GetUnsigned(5));

    private static BigInteger Wei(string text) => BigInteger.Parse(text, CultureInfo.InvariantCulture);
}
