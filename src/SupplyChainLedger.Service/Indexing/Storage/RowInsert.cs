using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>A statement that adds rows to a table, many at a time: to begin and end one costs as much as a row does.
/// </summary>
/// <typeparam name="T">What a row is made of.</typeparam>
internal sealed class RowInsert<T>
{
    private const int RowsAtOnce = 32;

    private readonly int _columns;
    private readonly Fill _fill;
    private readonly string _insertOne;
    private readonly string _insertMany;

    /// <param name="into">
    /// <c>INSERT OR</c> with what happens to a row that cannot be added, and the table. It should not abort: what can
    /// keeps each page as it was, for its own undoing, which that of the transaction does anyway.
    /// </param>
    /// <param name="columns">How many columns a row has.</param>
    /// <param name="fill">Gives the values of a row in their order.</param>
    /// <param name="onConflict">What is done about a row that is there already.</param>
    public RowInsert(string into, int columns, Fill fill, string onConflict = "")
    {
        _columns = columns;
        _fill = fill;
        _insertOne = Text(1);
        _insertMany = Text(RowsAtOnce);

        string Text(int rows) =>
            $"{into} VALUES {string.Join(", ", Enumerable.Range(0, rows).Select(Row))} {onConflict}";

        string Row(int row) =>
            $"({string.Join(", ", Enumerable.Range(row * columns + 1, columns).Select(static i => $"?{i}"))})";
    }

    /// <param name="row">What the row is made of.</param>
    /// <param name="values">Takes its values.</param>
    public delegate void Fill(T row, Span<SqliteValue> values);

    /// <summary>Adds the rows in their order.</summary>
    /// <param name="writer">The open transaction.</param>
    /// <param name="rows">Rows of the table.</param>
    public void Execute(SqliteSession writer, ReadOnlySpan<T> rows)
    {
        Span<SqliteValue> values = new SqliteValue[_columns * Math.Min(rows.Length, RowsAtOnce)];
        while (rows.Length > 0)
        {
            var count = rows.Length < RowsAtOnce ? 1 : RowsAtOnce;
            for (var i = 0; i < count; i++) _fill(rows[i], values.Slice(i * _columns, _columns));
            writer.Execute(count == 1 ? _insertOne : _insertMany, values[..(count * _columns)]);
            rows = rows[count..];
        }
    }
}
