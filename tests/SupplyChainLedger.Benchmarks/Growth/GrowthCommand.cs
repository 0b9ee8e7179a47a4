extern alias sdk;

using System.CommandLine;
using sdk::SupplyChainLedger.V1;
using SupplyChainLedger.Benchmarks.Queries;
using SupplyChainLedger.Benchmarks.Reporting;
using SupplyChainLedger.Benchmarks.Throughput;

namespace SupplyChainLedger.Benchmarks.Growth;

/// <summary><c>growth</c></summary>
internal static class GrowthCommand
{
    private const int Load = 80_000;
    private const int Seconds = 15;

    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];

    public static Command Create()
    {
        var upTo = new Option<int>("--up-to")
        {
            Description = "The most invoices.",
            DefaultValueFactory = static _ => Sizes[^1],
        };
        var json = JsonOption.Create();
        var command = new Command("growth", "How cost grows: the index, its lists, the start and the whole way.")
        {
            upTo,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var asJson = parsed.GetValue(json);
            if (!asJson) Console.WriteLine(GrowthRow.Heading);
            foreach (var size in Sizes.Where(size => size <= parsed.GetValue(upTo)))
            {
                var row = await MeasureAsync(size, cancellation);
                if (asJson) row.WriteJson(Console.Out);
                else Console.WriteLine(row);
            }
        });
        return command;
    }

    private static async Task<GrowthRow> MeasureAsync(int invoices, CancellationToken cancellation)
    {
        await using var ledger = await GrownLedger.PrepareAsync(cancellation);
        await ledger.RegisterSuppliersAsync(cancellation);
        var filled = await ledger.GrowAsync(invoices, cancellation);
        var slowest = 0.0;
        using (var database = ledger.Open())
        {
            await foreach (var list in new ListQuestions(database).AskAsync(ledger.Newest, cancellation))
                slowest = Math.Max(slowest, list.Ours);
        }

        var start = await ColdStart.MeasureAsync(ledger, cancellation);
        var size = ledger.IndexMiB;
        var taken = await TakeAsync(ledger, cancellation);
        return new GrowthRow(invoices, filled[^1].Ours, slowest, start.Ours, size, taken.Rate);
    }

    /// <summary>The whole way, on top of what is indexed.</summary>
    private static async Task<ThroughputFigures> TakeAsync(GrownLedger ledger, CancellationToken cancellation)
    {
        var requests = new SignedLoad(ledger.Suppliers).Sign(Load)
            .Select(static signed => SignedLoad.Request(signed, WaitFor.Included)).ToArray();
        await using var stage = await ledger.StageAsync(cancellation);
        return await new ThroughputBench(stage, TextWriter.Null).RunAsync(requests, Seconds, cancellation);
    }
}

/// <summary>A ledger of one size.</summary>
/// <param name="Invoices">How many are indexed.</param>
/// <param name="Projections">Events a second, the last tenths of them.</param>
/// <param name="List">The slowest list's p99 in milliseconds.</param>
/// <param name="Start">Seconds until it serves.</param>
/// <param name="IndexMiB">Size of the index.</param>
/// <param name="Taken">More invoices a second, from the stream to the index.</param>
internal sealed record GrowthRow(
    int Invoices, double Projections, double List, double Start, long IndexMiB, double Taken)
{
    /// <summary>What stands above such rows.</summary>
    public const string Heading = "invoices   projections events/s   list p99 ms (slowest)   start s   index MiB   more invoices/s";

    public override string ToString() =>
        $"{Invoices,8} {Projections,22:N0} {List,23:F2} {Start,9:F2} {IndexMiB,11:N0} {Taken,17:N0}";

    public void WriteJson(TextWriter output)
    {
        foreach (var (what, figure, unit) in new[]
        {
            ("projections", Projections, "events/s"), ("list p99", List, "ms"), ("start", Start, "s"),
            ("throughput", Taken, "invoices/s"),
        })
        {
            new WayReport(
                $"growth {Invoices}: {what}", figure, unit, WayReport.NoPeers, [$"index of {IndexMiB} MiB"])
                .Write(output, asJson: true);
        }
    }
}
