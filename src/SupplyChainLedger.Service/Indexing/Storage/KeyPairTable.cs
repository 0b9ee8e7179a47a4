using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>A table of two numbers that are its key together.</summary>
/// <param name="name">The table's.</param>
internal sealed class KeyPairTable(string name)
{
    private readonly RowInsert<(long First, long Second)> _rows = new(
        $"INSERT OR IGNORE INTO {name}",
        columns: 2,
        static (row, values) => (values[0], values[1]) = (row.First, row.Second));

    /// <summary>Adds rows; those that are there stay.</summary>
    /// <param name="writer">The open transaction.</param>
    /// <param name="rows">In their order, so that each page is looked for and changed once.</param>
    public void Insert(SqliteSession writer, ReadOnlySpan<(long First, long Second)> rows) =>
        _rows.Execute(writer, rows);
}
