using Microsoft.Data.Sqlite;
using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>Reads ids, days and what may be missing out of their columns.</summary>
internal static class TypedColumns
{
    public static ParticipantId GetParticipant(this SqliteDataReader row, int column) =>
        new((uint)row.GetInt64(column));

    public static InvoiceId GetInvoice(this SqliteDataReader row, int column) => new(row.GetHash(column));

    public static HoldingId GetHolding(this SqliteDataReader row, int column) => new(row.GetHash(column));

    public static HoldingId? GetHoldingOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetHolding(column);

    public static IntentHash GetIntent(this SqliteDataReader row, int column) => new(row.GetHash(column));

    public static EpochDay GetDay(this SqliteDataReader row, int column) => new((uint)row.GetInt64(column));

    public static LogPosition? GetPositionOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetPosition(column);

    public static bool GetFlag(this SqliteDataReader row, int column) => row.GetInt64(column) != 0;

    public static byte[] GetBytes(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
