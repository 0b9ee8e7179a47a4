using System.CommandLine;
using System.Globalization;
using SupplyChainLedger.Benchmarks.Peers;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Benchmarks.Stage;

namespace SupplyChainLedger.Benchmarks.Sync;

/// <summary><c>sync</c></summary>
internal static class SyncCommand
{
    /// <summary>
    /// One takes a tenth of what a peer needs, and is over before a noisy machine has come to its mean. The first
    /// begins with code that is yet to be compiled.
    /// </summary>
    private const int Runs = 3;

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
                var seen = new List<IndexFigures>();
                while (seen.Count < Runs) seen.Add(await IndexRun.OfAsync(stage, cancellation));
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
        LedgerStage stage, List<IndexFigures> seen, IReadOnlyDictionary<string, PeerFigures> peers)
    {
        var middle = seen.OrderBy(static run => run.Rate).ElementAt(Runs / 2);
        return new WayReport(
            "sync",
            middle.Rate,
            "events/s",
            peers.ToDictionary(static one => one.Key, static one => one.Value.Rate),
            [
                $"{middle.Events} events in {middle.Seconds:F1} s; 200 in a block, loaded straight into anvil",
                $"the middle of {Runs} runs, each into a new file: {string.Join(", ", seen.Select(RateOf))} events/s",
                $"indexer: {middle.CpuSeconds[2] * 1e6 / middle.Events:F0} us of a core for an event",
                $"{stage.Meters[1].Name}: {middle.CpuSeconds[1] * 1e6 / middle.Events:F0} us of a core for an event",
                .. peers.Select(static one =>
                    $"{one.Key}: {one.Value.Count} events, {one.Value.CpuSeconds * 1e6 / one.Value.Count:F0} us for one"),
            ]);
    }

    private static string RateOf(IndexFigures run) => run.Rate.ToString("N0", CultureInfo.InvariantCulture);
}
