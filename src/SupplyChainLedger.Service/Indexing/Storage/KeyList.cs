using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>Many keys that one statement looks for: to begin and end a statement costs as much as a key does.</summary>
internal static class KeyList
{
    private const int KeysAtOnce = 64;

    /// <summary>The keys as a table of one column, <c>column1</c>, with null where there are fewer.</summary>
    public static readonly string Table =
        $"(VALUES {string.Join(", ", Enumerable.Range(1, KeysAtOnce).Select(static i => $"(?{i})"))})";

    /// <summary>The arguments of each statement. They are given up when the next ones are asked for.</summary>
    /// <param name="rows">In the order of what is looked in, so that each page is looked for once.</param>
    /// <param name="key">What is looked for.</param>
    public static IEnumerable<SqliteValue[]> Of<T>(IReadOnlyList<T> rows, Func<T, SqliteValue> key)
    {
        var keys = new SqliteValue[KeysAtOnce];
        for (var first = 0; first < rows.Count; first += KeysAtOnce)
        {
            for (var i = 0; i < KeysAtOnce; i++)
                keys[i] = first + i < rows.Count ? key(rows[first + i]) : default;
            yield return keys;
        }
    }
}
