using System.Globalization;
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

    /// <summary>
    /// Conditions on the column before the key, of which each row meets one; none where its value is given. The parts
    /// of the index where they hold are walked at once, and their rows merged as they come. So a list that may have
    /// any value of this column needs no index without it.
    /// </summary>
    private IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Goes on with the column before the key.</summary>
    /// <param name="column">The column.</param>
    /// <param name="value">Its value; null for any.</param>
    /// <typeparam name="TValue">What it holds.</typeparam>
    public IndexWalk Then<TValue>(string column, TValue? value)
        where TValue : struct, Enum =>
        Then(column, value is { } given ? Number(given) : null, Enum.GetValues<TValue>().Select(Number));

    /// <summary>Goes on with a column before the key that is 1 or 0.</summary>
    /// <param name="column">The column.</param>
    /// <param name="value">Whether it is 1; null for either.</param>
    public IndexWalk Then(string column, bool? value) =>
        Then(column, value is { } given ? Convert.ToInt64(given) : null, [1, 0]);

    /// <summary>The statement: rows below the key <c>?1</c>, newest first.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">Its key.</param>
    /// <param name="columns">What to read.</param>
    public string Sql(string table, string key, string columns)
    {
        var from = Index is null ? table : $"{table} INDEXED BY {Index}";
        var conditions = string.Concat(Equal.Select((given, at) => $" AND {given.Column} = ?{at + 2}"));
        var partial = Where is null ? "" : $" AND {Where}";
        var all = $"SELECT {columns} FROM {from} WHERE {key} < ?1{conditions}{partial}";
        var rows = Parts.Count == 0 ? all : string.Join(" UNION ALL ", Parts.Select(part => $"{all} AND {part}"));
        return $"{rows} ORDER BY {key} DESC";
    }

    /// <summary>The statement's arguments.</summary>
    public SqliteValue[] Arguments(long below) => [below, .. Equal.Select(given => given.Value)];

    private IndexWalk Then(string column, long? value, IEnumerable<long> all) => value is { } given
        ? this with { Equal = [.. Equal, (column, given)] }
        : this with { Parts = [.. all.Select(any => $"{column} = {any}")] };

    private static long Number<TValue>(TValue value)
        where TValue : struct, Enum =>
        Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
