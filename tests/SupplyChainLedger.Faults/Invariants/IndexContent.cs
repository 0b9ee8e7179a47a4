using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SupplyChainLedger.Faults.Invariants;

/// <summary>Everything that an index says of the chain, as lines of text.</summary>
internal static class IndexContent
{
    /// <summary>What depends on how the chain was followed, and not on the chain alone.</summary>
    private static readonly string[] OfTheWay = ["network", "orphan", "finality"];

    /// <summary>The rows of all tables, table by table, each in an order of its own.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string path)
    {
        using var file = SqliteFile.Open(path);
        return file.Rows("SELECT name FROM sqlite_schema WHERE type = 'table'", static row => row.GetString(0))
            .Except(OfTheWay)
            .ToDictionary(
                static table => table,
                table => (IReadOnlyList<string>)
                    [.. file.Rows($"SELECT * FROM \"{table}\"", Line).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Where two indexes differ, in a line; null where they do not.</summary>
    public static string? Difference(string path, string other)
    {
        var (mine, theirs) = (Read(path), Read(other));
        foreach (var (table, rows) in mine)
        {
            var surplus = rows.Except(theirs[table]).ToList();
            var missing = theirs[table].Except(rows).ToList();
            if (surplus.Count == 0 && missing.Count == 0 && rows.Count == theirs[table].Count) continue;
            return $"table {table} has {surplus.Count} rows that a rebuild has not ({surplus.FirstOrDefault()}) and "
                + $"lacks {missing.Count} ({missing.FirstOrDefault()})";
        }

        return null;
    }

    private static string Line(SqliteDataReader row) => string.Join(
        " | ",
        Enumerable.Range(0, row.FieldCount).Select(column => row.GetValue(column) switch
        {
            byte[] bytes => Convert.ToHexStringLower(bytes),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        }));
}
