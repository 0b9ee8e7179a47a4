using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>A row of the table <c>intent</c>.</summary>
internal static class EntryRow
{
    /// <summary>What <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = """
        sequence, hash, call, signer, participant, invoice, deadline, accepted_at, state, final, dispatch, sent_as,
        verdict, block_number, block_hash, block_time, transaction_hash, log_index, reason,
        cancellation
        """;

    public static OutboxEntry Read(SqliteRow row) => new(
        row.GetInt64(0),
        new IntentHash(row.GetHash(1)),
        row.GetBytes(2),
        row.GetAddress(3),
        new ParticipantId((uint)row.GetInt64(4)),
        row.IsDBNull(5) ? null : new InvoiceId(row.GetHash(5)),
        row.GetUnsigned(6),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
        (EntryState)row.GetInt64(8),
        row.GetFlag(9),
        row.IsDBNull(10) ? null : row.GetInt64(10),
        row.IsDBNull(11) ? null : row.GetHash(11),
        row.IsDBNull(12) ? null : ReadOutcome(row),
        row.IsDBNull(19) ? null : new IntentHash(row.GetHash(19)));

    private static EntryOutcome ReadOutcome(SqliteRow row) => new(
        (IntentVerdict)row.GetInt64(12),
        new BlockRef(row.GetUnsigned(13), row.GetHash(14), row.GetUnsigned(15)),
        row.IsDBNull(16) ? null : row.GetHash(16),
        row.IsDBNull(17) ? null : (uint)row.GetInt64(17),
        row.GetBytes(18));
}
