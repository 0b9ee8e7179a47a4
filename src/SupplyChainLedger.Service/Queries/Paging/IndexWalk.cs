using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Paging;

/// <summary>
/// How a list is walked: along one index whose first columns are given, newest first. The statement fails rather than
/// do without the index.
/// </summary>
/// <param name="Index">The index; null for the table's own order.</param>
/// <param name="Equal">The columns that are given, in the index's order, and their values.</param>
internal sealed record IndexWalk(string? Index, params IReadOnlyList<(string Column, SqliteValue Value)> Equal)
{
    /// <summary>The table's own order.</summary>
    public static readonly IndexWalk OfAll = new((string?)null);

    /// <summary>What holds of all entries of a partial index, as its definition says it; null for one of all rows.
    /// </summary>
    public string? Where { get; init; }

    /// <summary>The statement: rows below the key <c>?1</c>, newest first.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">Its key.</param>
    /// <param name="columns">What to read.</param>
    public string Sql(string table, string key, string columns)
    {
        var from = Index is null ? table : $"{table} INDEXED BY {Index}";
        var conditions = string.Concat(Equal.Select((given, at) => $" AND {given.Column} = ?{at + 2}"));
        var partial = Where is null ? "" : $" AND {Where}";
        return $"SELECT {columns} FROM {from} WHERE {key} < ?1{conditions}{partial} ORDER BY {key} DESC";
    }

    /// <summary>The statement's arguments.</summary>
    public SqliteValue[] Arguments(long below) => [below, .. Equal.Select(given => given.Value)];
}
