using Microsoft.Data.Sqlite;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>Reads the columns that the index keeps typed values in.</summary>
internal static class SqliteColumns
{
    public static Hash32 GetHash(this SqliteDataReader row, int column) =>
        Hash32.FromBytes(row.GetFieldValue<byte[]>(column));

    public static Address GetAddress(this SqliteDataReader row, int column) =>
        Address.FromBytes(row.GetFieldValue<byte[]>(column));

    public static ulong GetUnsigned(this SqliteDataReader row, int column) => (ulong)row.GetInt64(column);

    public static LogPosition GetPosition(this SqliteDataReader row, int column) =>
        LogPosition.FromKey(row.GetInt64(column));

    public static string? GetText(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
