using System.Globalization;
using System.Text;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Checking;

/// <summary>Compares what two indexes say of the same chain, table by table, a row of each at a time.</summary>
internal static class RecordComparison
{
    /// <summary>What depends on how the chain was followed, and not on the chain alone.</summary>
    private static readonly string[] OfTheWay = ["network", "orphan", "finality"];

    private const string TablesSql = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid";

    private const string ColumnsSql = "SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid";

    /// <summary>The first record of each table in which they differ, in words.</summary>
    /// <param name="kept">The index that is looked at.</param>
    /// <param name="made">What it should be.</param>
    public static IEnumerable<string> Differences(SqliteSession kept, SqliteSession made)
    {
        foreach (var name in made.All(TablesSql, static row => row.GetString(0)).Except(OfTheWay))
            if (FirstDifference(kept, made, Table.Of(made, name)) is { } difference) yield return difference;
    }

    private static string? FirstDifference(SqliteSession kept, SqliteSession made, Table table)
    {
        using var mine = kept.Stream(table.Sql, Values, []).GetEnumerator();
        using var theirs = made.Stream(table.Sql, Values, []).GetEnumerator();
        while (true)
        {
            var row = mine.MoveNext() ? mine.Current : null;
            var right = theirs.MoveNext() ? theirs.Current : null;
            if (row is null && right is null) return null;
            var order = row is null ? 1 : right is null ? -1 : table.Compare(row, right);
            if (order > 0) return $"{table.Name} {table.NameOf(right!)} is missing";
            if (order < 0) return $"{table.Name} {table.NameOf(row!)} is there, and follows from no event";
            if (table.Deviation(row!, right!) is { } deviation)
                return $"{table.Name} {table.NameOf(right!)} {deviation}";
        }
    }

    private static object?[] Values(SqliteRow row)
    {
        var values = new object?[row.FieldCount];
        for (var i = 0; i < values.Length; i++) values[i] = row.GetValue(i);
        return values;
    }

    /// <summary>As SQLite orders them: numbers before text before bytes, and text by its bytes.</summary>
    private static int Compare(object? one, object? other) => (one, other) switch
    {
        (long a, long b) => a.CompareTo(b),
        (string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)),
        (byte[] a, byte[] b) => a.AsSpan().SequenceCompareTo(b),
        _ => RankOf(one).CompareTo(RankOf(other)),
    };

    private static int RankOf(object? value) => value switch { null => 0, string => 2, byte[] => 3, _ => 1 };

    private static string Text(object? value) => value switch
    {
        null => "nothing",
        byte[] bytes => $"0x{Convert.ToHexStringLower(bytes)}",
        string text => $"'{text}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private sealed record Table(string Name, string[] Columns, int[] Keys)
    {
        /// <summary>All rows in the order of the table's own key, so that nothing has to be sorted.</summary>
        public string Sql { get; } =
            $"SELECT * FROM \"{Name}\" ORDER BY {string.Join(", ", Keys.Select(key => $"\"{Columns[key]}\""))}";

        public static Table Of(SqliteSession session, string name)
        {
            var columns = session.All(
                ColumnsSql, static row => (Name: row.GetString(0), Key: row.GetInt64(1)), name);
            var keys = columns.Index().Where(static one => one.Item.Key > 0).OrderBy(static one => one.Item.Key)
                .Select(static one => one.Index);
            return new Table(name, [.. columns.Select(static one => one.Name)], [.. keys]);
        }

        public int Compare(object?[] row, object?[] other) => Keys
            .Select(key => RecordComparison.Compare(row[key], other[key]))
            .FirstOrDefault(static order => order != 0);

        /// <summary>The record's id where it has one, else the key of the row.</summary>
        public string NameOf(object?[] row)
        {
            var id = Array.IndexOf(Columns, "id");
            return id >= 0
                ? Text(row[id])
                : $"({string.Join(", ", Keys.Select(key => $"{Columns[key]} {Text(row[key])}"))})";
        }

        /// <summary>The first column in which two rows of one key differ; null where they are the same.</summary>
        public string? Deviation(object?[] row, object?[] right)
        {
            for (var i = 0; i < row.Length; i++)
            {
                if (RecordComparison.Compare(row[i], right[i]) != 0)
                    return $"has {Text(row[i])} as {Columns[i]}, and its events give {Text(right[i])}";
            }

            return null;
        }
    }
}
