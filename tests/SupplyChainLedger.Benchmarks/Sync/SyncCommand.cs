using System.CommandLine;
using SupplyChainLedger.Benchmarks.Peers;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Benchmarks.Stage;

namespace SupplyChainLedger.Benchmarks.Sync;

/// <summary><c>sync</c></summary>
internal static class SyncCommand
{
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
                var peers = parsed.GetValue(alone)
                    ? new Dictionary<string, PeerFigures>()
                    : await IndexingPeers.RunAsync(stage, head, cancellation);
                Report(stage, seen, peers).Write(Console.Out, parsed.GetValue(json));
            }
            finally
            {
                stage.Resume();
            }
        });
        return command;
    }

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
