namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>
/// Columns of hashes that are indexed by their first 8 bytes: half as much to write, in an order that is none. What is
/// found by them is compared whole.
/// </summary>
internal static class HashColumn
{
    /// <summary>How many bytes are indexed.</summary>
    public const int HeadSize = 8;

    /// <summary>What the index of such a column is made on.</summary>
    public static string Head(string column) => $"substr({column}, 1, {HeadSize})";

    /// <summary>That a column has a value.</summary>
    public static string Is(string column, string value) => $"{Head(column)} = {Head(value)} AND {column} = {value}";
}
