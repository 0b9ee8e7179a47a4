extern alias sdk;

using System.CommandLine;
using sdk::SupplyChainLedger.V1;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Benchmarks.Stage;

namespace SupplyChainLedger.Benchmarks.Throughput;

/// <summary><c>throughput</c></summary>
internal static class ThroughputCommand
{
    public static Command Create()
    {
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long to measure, after five seconds of warming up.",
            DefaultValueFactory = static _ => 60,
        };
        var invoices = new Option<int>("--invoices")
        {
            Description = "How many invoices are signed beforehand; the run ends when they are used up.",
            DefaultValueFactory = static _ => 220_000,
        };
        var alone = new Option<bool>("--alone") { Description = "Leaves the peers out." };
        var json = JsonOption.Create();
        var command = new Command("throughput", "Signed invoices from the stream into blocks and the index.")
        {
            seconds,
            invoices,
            alone,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var stage = await LedgerStage.StartAsync([], cancellation);
            var load = new SignedLoad(await SupplierCircle.RegisterAsync(stage, cancellation));
            var peers = parsed.GetValue(alone)
                ? new Dictionary<string, double>()
                : await RecordingPeers.RunAsync(stage, load, cancellation);
            var requests = load.Sign(parsed.GetValue(invoices))
                .Select(static signed => SignedLoad.Request(signed, WaitFor.Included)).ToArray();
            var progress = parsed.GetValue(json) ? TextWriter.Null : Console.Out;
            var seen = await new ThroughputBench(stage, progress)
                .RunAsync(requests, parsed.GetValue(seconds), cancellation);
            new WayReport("throughput", seen.Rate, "invoices/s", peers, Limits(stage, seen))
                .Write(Console.Out, parsed.GetValue(json));
        });
        return command;
    }

    private static List<string> Limits(LedgerStage stage, ThroughputFigures seen) =>
    [
        .. stage.Meters.Select((meter, i) =>
            $"{meter.Name}: {seen.CpuSeconds[i] * 1e6 / seen.Invoices:F0} us of a core for an invoice, "
            + $"{seen.CpuSeconds[i] / seen.Seconds:F2} cores, {seen.WrittenMiB[i]} MiB written"),
        $"memory of the service, every five seconds: {string.Join(", ", seen.ServiceMiB)} MiB",
    ];
}
