using Microsoft.Data.Sqlite;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>A row of the table <c>intent</c>.</summary>
internal static class EntryRow
{
    /// <summary>What <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = """
        sequence, hash, call, signer, participant, invoice, deadline, accepted_at, state, final, dispatch, sent_as,
        verdict, block_number, block_hash, block_time, transaction_hash, log_index, reason
        """;

    public static OutboxEntry Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        new IntentHash(row.Hash(1)),
        row.GetFieldValue<byte[]>(2),
        Address.FromBytes(row.GetFieldValue<byte[]>(3)),
        new ParticipantId((uint)row.GetInt64(4)),
        new InvoiceId(row.Hash(5)),
        (ulong)row.GetInt64(6),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
        (EntryState)row.GetInt32(8),
        row.GetBoolean(9),
        row.IsDBNull(10) ? null : row.GetInt64(10),
        row.IsDBNull(11) ? null : row.Hash(11),
        row.IsDBNull(12) ? null : ReadOutcome(row));

    /// <summary>Reads a hash.</summary>
    public static Hash32 Hash(this SqliteDataReader row, int column) =>
        Hash32.FromBytes(row.GetFieldValue<byte[]>(column));

    private static EntryOutcome ReadOutcome(SqliteDataReader row) => new(
        (IntentVerdict)row.GetInt32(12),
        new BlockRef((ulong)row.GetInt64(13), row.Hash(14), (ulong)row.GetInt64(15)),
        row.IsDBNull(16) ? null : row.Hash(16),
        row.IsDBNull(17) ? null : (uint)row.GetInt64(17),
        row.GetFieldValue<byte[]>(18));
}
