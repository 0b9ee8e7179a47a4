namespace SupplyChainLedger.Faults.Rows;

/// <summary>Rows of the list of faults that nothing proves yet, and why.</summary>
internal static class OpenRows
{
    public static IReadOnlyDictionary<int, string> All { get; } = new Dictionary<int, string>
    {
        [10] = "no run with too little memory: intake is bounded by Intake:MaxPending, memory itself is not watched",
        [31] = "there is no PostgreSQL index yet",
        [61] = "the limit of pending intents is one for all: a valid signer that floods is not told from the others",
    };
}
