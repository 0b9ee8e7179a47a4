namespace SupplyChainLedger.Faults.Rows;

/// <summary>Rows of the list of faults of which something, or all, is not proven yet, and what.</summary>
internal static class OpenRows
{
    public static IReadOnlyDictionary<int, string> All { get; } = new Dictionary<int, string>
    {
        [24] = "a log that a node leaves out is noticed by what follows it; the receipts' root is not recomputed",
        [31] = "there is no PostgreSQL index yet",
        [61] = "the limit of pending intents is one for all: a valid signer that floods is not told from the others",
    };
}
