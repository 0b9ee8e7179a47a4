using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>Reads the columns that hold a <see cref="LogPosition.Key"/>.</summary>
internal static class PositionColumn
{
    public static LogPosition GetPosition(this SqliteRow row, int column) =>
        LogPosition.FromKey(row.GetInt64(column));
}
