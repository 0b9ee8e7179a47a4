using System.CommandLine;
using System.Globalization;
using SupplyChainLedger.Benchmarks.Peers;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Benchmarks.Stage;
using SupplyChainLedger.Testing;

namespace SupplyChainLedger.Benchmarks.Sync;

/// <summary><c>sync</c></summary>
internal static class SyncCommand
{
    private static readonly string[] Peers = ["ponder-sync", "getlogs-sqlite"];

    public static Command Create()
    {
        var invoices = new Option<int>("--invoices")
        {
            Description = "How many invoices the chain holds, each submitted and confirmed: two events.",
            DefaultValueFactory = static _ => 25_000,
        };
        var alone = new Option<bool>("--alone") { Description = "Leaves the peers out." };
        var json = JsonOption.Create();
        var command = new Command("sync", "The index from scratch, with everything it makes of the events.")
        {
            invoices,
            alone,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var stage = await LedgerStage.StartAsync([], cancellation);
            var head = await LoadedChain.MakeAsync(stage, parsed.GetValue(invoices), cancellation);
            try
            {
                var seen = await IndexRun.OfAsync(stage, cancellation);
                var peers = new Dictionary<string, PeerFigures>();
                foreach (var peer in parsed.GetValue(alone) ? [] : Peers)
                    peers[peer] = await PeerAsync(peer, stage, head, cancellation);
                Report(stage, seen, peers).Write(Console.Out, parsed.GetValue(json));
            }
            finally
            {
                stage.Resume();
            }
        });
        return command;
    }

    private static Task<PeerFigures> PeerAsync(
        string peer, LedgerStage stage, ulong head, CancellationToken cancellation) => PeerScript.RunAsync(
        $"{peer}.mjs",
        [
            $"{stage.Chain}", $"{stage.Ledger}", LedgerStage.ChainId.ToString(CultureInfo.InvariantCulture),
            RepositoryFolder.At("contracts", "artifacts", "Ledger.json"), head.ToString(CultureInfo.InvariantCulture),
        ],
        cancellation);

    private static WayReport Report(
        LedgerStage stage, IndexFigures seen, IReadOnlyDictionary<string, PeerFigures> peers) => new(
        "sync",
        seen.Rate,
        "events/s",
        peers.ToDictionary(static one => one.Key, static one => one.Value.Rate),
        [
            $"{seen.Events} events in {seen.Seconds:F1} s; 200 in a block, loaded straight into anvil",
            $"indexer: {seen.CpuSeconds[2] * 1e6 / seen.Events:F0} us of a core for an event",
            $"{stage.Meters[1].Name}: {seen.CpuSeconds[1] * 1e6 / seen.Events:F0} us of a core for an event",
            .. peers.Select(static one =>
                $"{one.Key}: {one.Value.Count} events, {one.Value.CpuSeconds * 1e6 / one.Value.Count:F0} us for one"),
        ]);
}
