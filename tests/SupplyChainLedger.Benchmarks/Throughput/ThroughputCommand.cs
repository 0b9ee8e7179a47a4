extern alias sdk;

using System.CommandLine;
using SupplyChainLedger.Benchmarks.Stage;
using sdk::SupplyChainLedger.V1;

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
            DefaultValueFactory = static _ => 160_000,
        };
        var command = new Command("throughput", "Signed invoices from the stream into blocks and the index.")
        {
            seconds,
            invoices,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var stage = await LedgerStage.StartAsync(cancellation);
            var load = new SignedLoad(await SupplierCircle.RegisterAsync(stage, cancellation));
            await Console.Out.WriteLineAsync($"signing {parsed.GetValue(invoices)} invoices");
            var requests = load.Sign(parsed.GetValue(invoices))
                .Select(static signed => SignedLoad.Request(signed, WaitFor.Included)).ToArray();
            var bench = new ThroughputBench(stage, Console.Out);
            var seen = await bench.RunAsync(requests, parsed.GetValue(seconds), cancellation);
            Report(stage, seen);
        });
        return command;
    }

    private static void Report(LedgerStage stage, ThroughputFigures seen)
    {
        Console.WriteLine($"{seen.Rate:F0} invoices/s over {seen.Seconds:F0} s");
        for (var i = 0; i < stage.Meters.Count; i++)
        {
            var (cpu, written) = (seen.CpuSeconds[i], seen.WrittenMiB[i]);
            Console.WriteLine(
                $"  {stage.Meters[i].Name,-8} {cpu * 1e6 / seen.Invoices,6:F0} µs of a core per invoice, "
                + $"{cpu / seen.Seconds:F2} cores, {written} MiB written");
        }
    }
}
