namespace SupplyChainLedger.Faults.Rows;

/// <summary>Rows of the list of faults of which something, or all, is not proven yet, and what.</summary>
internal static class OpenRows
{
    public static IReadOnlyDictionary<int, string> All { get; } = new Dictionary<int, string>
    {
        [31] = "there is no PostgreSQL index yet",
    };
}
