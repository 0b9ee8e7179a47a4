extern alias sdk;

using System.CommandLine;
using System.Diagnostics;
using sdk::SupplyChainLedger.V1;
using SupplyChainLedger.Benchmarks.Peers;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Benchmarks.Stage;
using SupplyChainLedger.Benchmarks.Throughput;
using SupplyChainLedger.Grpc.Client;

namespace SupplyChainLedger.Benchmarks.Latency;

/// <summary><c>latency</c></summary>
internal static class LatencyCommand
{
    private const int WarmUp = 200;
    private const int PeerCalls = 300;
    private const int PeerSeconds = 20;

    public static Command Create()
    {
        var count = new Option<int>("--invoices")
        {
            Description = "How many invoices are sent, one after the other.",
            DefaultValueFactory = static _ => 1_000,
        };
        var json = JsonOption.Create();
        var command = new Command("latency", "One invoice on an idle system, from the call to its inclusion.")
        {
            count,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var stage = await LedgerStage.StartAsync([], cancellation);
            var load = new SignedLoad(await SupplierCircle.RegisterAsync(stage, cancellation));
            var ours = await MeasureAsync(stage, load, parsed.GetValue(count), cancellation);
            var viem = await PeerRun.OfAsync(
                "viem-sequential.mjs", stage, load.Sign(PeerCalls).Select(SignedLoad.Call), PeerSeconds, cancellation);
            foreach (var (name, own, peer) in new[] { ("p50", ours.P50, viem.P50), ("p99", ours.P99, viem.P99) })
            {
                new WayReport(
                    $"latency {name}",
                    own,
                    "ms",
                    new Dictionary<string, double> { ["viem-sequential"] = peer },
                    []).Write(Console.Out, parsed.GetValue(json));
            }
        });
        return command;
    }

    private static async Task<Percentiles> MeasureAsync(
        LedgerStage stage, SignedLoad load, int count, CancellationToken cancellation)
    {
        using var channel = GrpcChannel.ForAddress(stage.Grpc);
        var client = new InvoiceService.InvoiceServiceClient(channel.CreateCallInvoker());
        var times = new List<double>(count);
        foreach (var (i, signed) in load.Sign(WarmUp + count).Index())
        {
            var request = new SubmitInvoiceRequest
            {
                Action = SignedLoad.Request(signed, WaitFor.Included).Action,
                Signature = signed.SignatureText,
                WaitFor = WaitFor.Included,
            };
            var clock = Stopwatch.StartNew();
            await client.SubmitInvoiceAsync(request, cancellationToken: cancellation);
            if (i >= WarmUp) times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return Percentiles.Of(times);
    }
}
