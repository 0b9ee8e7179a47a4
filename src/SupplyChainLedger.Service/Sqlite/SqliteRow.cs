using System.Text;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Sqlite;

/// <summary>The row on which a statement stands. Columns count from 0.</summary>
internal sealed unsafe class SqliteRow(nint statement)
{
    /// <summary>How many columns it has.</summary>
    public int FieldCount => SqliteNative.ColumnCount(statement);

    public bool IsDBNull(int column) => SqliteNative.ColumnType(statement, column) == SqliteNative.Null;

    public long GetInt64(int column) => SqliteNative.ColumnInt64(statement, column);

    public string GetString(int column)
    {
        var text = SqliteNative.ColumnText(statement, column);
        return Encoding.UTF8.GetString(text, SqliteNative.ColumnBytes(statement, column));
    }

    public byte[] GetBytes(int column) => Span(column).ToArray();

    public Hash32 GetHash(int column) => Hash32.FromBytes(Span(column));

    public Address GetAddress(int column) => Address.FromBytes(Span(column));

    public ulong GetUnsigned(int column) => (ulong)GetInt64(column);

    public bool GetFlag(int column) => GetInt64(column) != 0;

    public string? GetText(int column) => IsDBNull(column) ? null : GetString(column);

    /// <summary>The bytes of a column, until the statement goes on.</summary>
    public ReadOnlySpan<byte> Span(int column)
    {
        var bytes = SqliteNative.ColumnBlob(statement, column);
        return new ReadOnlySpan<byte>(bytes, SqliteNative.ColumnBytes(statement, column));
    }

    /// <summary>What a column holds: a number, a text, bytes, or null.</summary>
    public object? GetValue(int column) => SqliteNative.ColumnType(statement, column) switch
    {
        SqliteNative.Integer => GetInt64(column),
        SqliteNative.Text => GetString(column),
        SqliteNative.Blob => GetBytes(column),
        _ => null,
    };
}
