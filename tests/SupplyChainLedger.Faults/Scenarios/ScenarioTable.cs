namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>All scenarios, in the order of the rows that they prove.</summary>
internal static class ScenarioTable
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new CrashAtPoint(1, "admitted", "killed before an intent is on disk: no answer; a retry works once", false),
        new CrashAtPoint(2, "persisted", "killed before the answer: the retry finds the intent on its way", false),
        new CrashAtPoint(2, "planned", "killed before a nonce is taken: carried on in one transaction", true),
        new CrashAtPoint(3, "signed", "killed before the transaction is sent: the same one is sent, no gap", true),
        new CrashAtPoint(4, "broadcast", "killed once the node has the transaction: it is known again", true),
        new CrashAtPoint(5, "folded", "killed before a block is committed: its events are indexed once", true, true),
        new CrashAtPoint(5, "indexed", "killed once a block is committed: the outbox learns of it", true, true),
        new RandomCrashes(),
    ];
}
