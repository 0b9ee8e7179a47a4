using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>
/// A table of two numbers that are its key together. Rows are added in their own order, many at a time.
/// </summary>
/// <param name="name">The table's.</param>
internal sealed class KeyPairTable(string name)
{
    /// <summary>To begin and end a statement costs more than a row does.</summary>
    private const int RowsAtOnce = 64;

    private readonly string _insertOne = InsertOf(name, 1);
    private readonly string _insertMany = InsertOf(name, RowsAtOnce);

    /// <summary>Adds rows; those that are there stay.</summary>
    /// <param name="writer">The open transaction.</param>
    /// <param name="rows">In their order, so that each page is looked for and changed once.</param>
    public void Insert(SqliteSession writer, ReadOnlySpan<(long First, long Second)> rows)
    {
        Span<SqliteValue> arguments = new SqliteValue[2 * Math.Min(rows.Length, RowsAtOnce)];
        while (rows.Length > 0)
        {
            var count = rows.Length < RowsAtOnce ? 1 : RowsAtOnce;
            for (var i = 0; i < count; i++) (arguments[2 * i], arguments[2 * i + 1]) = (rows[i].First, rows[i].Second);
            writer.Execute(count == 1 ? _insertOne : _insertMany, arguments[..(2 * count)]);
            rows = rows[count..];
        }
    }

    // What can abort keeps each page as it was, for its own undoing; to ignore a row never does.
    private static string InsertOf(string name, int rows) =>
        $"INSERT OR IGNORE INTO {name} VALUES "
        + string.Join(", ", Enumerable.Range(0, rows).Select(static i => $"(?{2 * i + 1}, ?{2 * i + 2})"));
}
