using System.CommandLine;
using SupplyChainLedger.Benchmarks.Echo;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Benchmarks.Stage;
using SupplyChainLedger.Benchmarks.Sync;
using SupplyChainLedger.Benchmarks.Throughput;

namespace SupplyChainLedger.Benchmarks.Peers;

/// <summary><c>peers</c></summary>
internal static class PeersCommand
{
    private const int IndexedInvoices = 10_000;
    private const int Calls = 200_000;

    public static Command Create()
    {
        var json = JsonOption.Create();
        var command = new Command("peers", "The peers of all ways without the service: what the machine gives.")
        {
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            void Tell(string peer, double rate, string unit, params string[] limits) =>
                new WayReport($"peer {peer}", rate, unit, WayReport.NoPeers, limits)
                    .Write(Console.Out, parsed.GetValue(json));

            foreach (var server in EchoRun.Servers.Keys.Where(static one => one != "ours"))
            {
                var seen = await EchoRun.OfAsync(server, Calls, cancellation);
                Tell(server, seen.Rate, "calls/s", seen.Limits);
            }

            await using var stage = await LedgerStage.StartAsync([], cancellation);
            var load = new SignedLoad(await SupplierCircle.RegisterAsync(stage, cancellation));
            foreach (var (peer, rate) in await RecordingPeers.RunAsync(stage, load, cancellation))
                Tell(peer, rate, "invoices/s");
            await IndexAsync(Tell, cancellation);
        });
        return command;
    }

    /// <summary>On a chain of its own, which nobody else has sent anything to.</summary>
    private static async Task IndexAsync(Telling tell, CancellationToken cancellation)
    {
        await using var stage = await LedgerStage.StartAsync([], cancellation);
        var head = await LoadedChain.MakeAsync(stage, IndexedInvoices, cancellation);
        try
        {
            foreach (var (peer, seen) in await IndexingPeers.RunAsync(stage, head, cancellation))
                tell(peer, seen.Rate, "events/s", $"{seen.CpuSeconds * 1e6 / seen.Count:F0} us of a core for an event");
        }
        finally
        {
            stage.Resume();
        }
    }

    private delegate void Telling(string peer, double rate, string unit, params string[] limits);
}
