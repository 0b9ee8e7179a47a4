using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>Reads ids, days and what may be missing out of their columns.</summary>
internal static class TypedColumns
{
    public static ParticipantId GetParticipant(this SqliteRow row, int column) =>
        new((uint)row.GetInt64(column));

    public static InvoiceId GetInvoice(this SqliteRow row, int column) => new(row.GetHash(column));

    public static HoldingId GetHolding(this SqliteRow row, int column) => new(row.GetHash(column));

    public static HoldingId? GetHoldingOrNull(this SqliteRow row, int column) =>
        row.IsDBNull(column) ? null : row.GetHolding(column);

    public static IntentHash GetIntent(this SqliteRow row, int column) => new(row.GetHash(column));

    public static EpochDay GetDay(this SqliteRow row, int column) => new((uint)row.GetInt64(column));

    public static LogPosition? GetPositionOrNull(this SqliteRow row, int column) =>
        row.IsDBNull(column) ? null : row.GetPosition(column);


}
