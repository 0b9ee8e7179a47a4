using System.Globalization;
using System.Text;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Tests.Indexing.Chain;

/// <summary>The rows of an index as text, in an order of their own.</summary>
internal static class TableDump
{
    /// <summary>What depends on how the chain was followed, and not on the chain alone.</summary>
    private static readonly string[] OfTheWay = ["network", "orphan", "finality"];

    public static string Of(IndexDatabase database)
    {
        using var reading = database.Read();
        var tables = reading.Session.All(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", static row => row.GetString(0));
        var text = new StringBuilder();
        foreach (var table in tables.Except(OfTheWay))
        {
            text.AppendLine(table);
            foreach (var row in reading.Session.All($"SELECT * FROM {table}", Line).Order(StringComparer.Ordinal))
                text.AppendLine(row);
        }

        return text.ToString();
    }

    public static string Line(SqliteRow row) => string.Join(
        " | ",
        Enumerable.Range(0, row.FieldCount).Select(column => row.GetValue(column) switch
        {
            byte[] bytes => Convert.ToHexStringLower(bytes),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        }));
}
