using Microsoft.Data.Sqlite;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Sqlite;

/// <summary>Reads typed values out of their columns.</summary>
internal static class SqliteColumns
{
    public static Hash32 GetHash(this SqliteDataReader row, int column) =>
        Hash32.FromBytes(row.GetFieldValue<byte[]>(column));

    public static Address GetAddress(this SqliteDataReader row, int column) =>
        Address.FromBytes(row.GetFieldValue<byte[]>(column));

    public static ulong GetUnsigned(this SqliteDataReader row, int column) => (ulong)row.GetInt64(column);

    public static string? GetText(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
