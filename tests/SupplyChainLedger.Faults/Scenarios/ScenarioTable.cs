using SupplyChainLedger.EndToEnd.Stage.Chains;

namespace SupplyChainLedger.Faults.Scenarios;

/// <summary>All scenarios, in the order of the rows that they prove.</summary>
internal static class ScenarioTable
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new CrashAtPoint(1, "admitted", "killed before an intent is on disk: no answer; a retry works once", false)
        {
            IsEveryday = true,
        },
        new CrashAtPoint(2, "persisted", "killed before the answer: the retry finds the intent on its way", false),
        new CrashAtPoint(2, "planned", "killed before a nonce is taken: carried on in one transaction", true),
        new CrashAtPoint(3, "signed", "killed before the transaction is sent: the same one is sent, no gap", true)
        {
            IsEveryday = true,
        },
        new CrashAtPoint(4, "broadcast", "killed once the node has the transaction: it is known again", true)
        {
            IsEveryday = true,
        },
        new CrashAtPoint(5, "folded", "killed before a block is committed: its events are indexed once", true, true)
        {
            IsEveryday = true,
        },
        new CrashAtPoint(5, "indexed", "killed once a block is committed: the outbox learns of it", true, true),
        new RandomCrashes(),
        new TerminatedUnderLoad(),
        new FrozenService(TimeSpan.FromSeconds(4)),
        new FrozenService(TimeSpan.FromSeconds(60)),
        new TwoRelays(),
        new StarvedMemory(),
        new Reorganisations(),
        new PastFinality { IsEveryday = true },
        new StolenNonce { IsEveryday = true },
        new Race { IsEveryday = true },
        new EmptyAccount(),
        new HaltedChain(),
        new WrongNode(20, "other-chain", "eth_chainId", "0x1", "it is of chain 1, not of chain 712712")
        {
            IsEveryday = true,
        },
        new WrongNode(21, "other-code", "eth_getCode", "0x6000", "code hash") { IsEveryday = true },
        new FaultyNode(22, "hanging-node", "accepted meanwhile, delivered when it answers", () => NodeFault.Hang),
        new FaultyNode(23, "flapping-node", "tried again with pauses; no storm of requests", Flapping),
        new FaultyNode(23, "throttling-node", "less is asked of it", () => NodeFault.Status(429, 1)),
        new DeceivedIndex("lying-parents", LyingNode.OfParents, "is not that block's"),
        new DeceivedIndex("lying-logs", LyingNode.OfLogs, "receipts"),
        new DeceivedIndex("missing-log", LyingNode.WithoutLastLog, "left out or altered") { IsEveryday = true },
        new DeceivedIndex("missing-receipt", LyingNode.WithoutReceipt, "left out or altered"),
        new DeceivedIndex("altered-data", LyingNode.OfData, "left out or altered"),
        new DeceivedIndex("altered-topic", LyingNode.OfTopics, "left out or altered"),
        new DeceivedIndex("missing-log-of-poor-node", LyingNode.PoorWithoutLogs, "left out or altered"),
        new DeceivedIndex("wrong-root", static () => LyingNode.OfHeaders("receiptsRoot"), "is not that block's"),
        new DeceivedIndex("wrong-time", static () => LyingNode.OfHeaders("timestamp"), "is not that block's"),
        new DeceivedIndex("hiding-bloom", LyingNode.OfBlooms, "is not that block's") { IsEveryday = true },
        new FaultyNode(24, "lagging-node", "a lower head behind a balancer is no reorganisation", LyingNode.OfTheHead),
        new FaultyNode(24, "lying-height", "a head that contradicts itself stops nothing", LyingNode.OfTheHeight),
        new FaultyNode(25, "too-many-results", "no block is skipped", LyingNode.TooManyResults),
        new FaultyNode(26, "broken-connections", "what was done is found done", () => NodeFault.BreakAfterwards),
        new FullDisk(),
        new FlippedBytes(),
        new FlippedBytes { Rounds = 200 },
        new LostLog("deleted-log", File.Delete),
        new LostLog("cut-log", CutInHalf),
        new ClockJumps(),
        new MutatedRequests { Requests = 20_000 },
        new MutatedRequests { Requests = 1_000_000 },
        new SlowClients(),
        new RapidResets(),
        .. FloodOfFrames.Kinds,
        new Flood(),
        new OtherSchema { IsEveryday = true },
    ];

    /// <summary>The same, with so many random kills.</summary>
    public static IEnumerable<Scenario> With(int kills) =>
        All.Select(one => one is RandomCrashes ? new RandomCrashes { Kills = kills } : one);

    private static NodeFault Flapping() => NodeFault.InTurn(
        NodeFault.None, NodeFault.Status(503), NodeFault.Truncate, NodeFault.None, NodeFault.BreakAfterwards,
        NodeFault.Slow(TimeSpan.FromSeconds(1)));

    private static void CutInHalf(string path)
    {
        using var file = new FileStream(path, FileMode.Open);
        file.SetLength(file.Length / 2);
    }
}
