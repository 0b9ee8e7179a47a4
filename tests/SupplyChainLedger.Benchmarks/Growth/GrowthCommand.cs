using System.CommandLine;
using SupplyChainLedger.Benchmarks.Queries;
using SupplyChainLedger.Benchmarks.Reporting;

namespace SupplyChainLedger.Benchmarks.Growth;

/// <summary><c>growth</c></summary>
internal static class GrowthCommand
{
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];

    public static Command Create()
    {
        var upTo = new Option<int>("--up-to")
        {
            Description = "The most invoices.",
            DefaultValueFactory = static _ => Sizes[^1],
        };
        var json = JsonOption.Create();
        var command = new Command("growth", "How cost grows: the index, its lists and the start at three sizes.")
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
        var filled = await ledger.GrowAsync(invoices, cancellation);
        var slowest = 0.0;
        using (var database = ledger.Open())
        {
            await foreach (var list in new ListQuestions(database).AskAsync(ledger.Newest, cancellation))
                slowest = Math.Max(slowest, list.Ours);
        }

        var start = await ColdStart.MeasureAsync(ledger, cancellation);
        return new GrowthRow(invoices, filled[^1].Ours, slowest, start.Ours, ledger.IndexMiB);
    }
}

/// <summary>A ledger of one size.</summary>
/// <param name="Invoices">How many are indexed.</param>
/// <param name="Projections">Events a second, the last tenths of them.</param>
/// <param name="List">The slowest list's p99 in milliseconds.</param>
/// <param name="Start">Seconds until it serves.</param>
/// <param name="IndexMiB">Size of the index.</param>
internal sealed record GrowthRow(int Invoices, double Projections, double List, double Start, long IndexMiB)
{
    /// <summary>What stands above such rows.</summary>
    public const string Heading = "invoices   projections events/s   list p99 ms (slowest)   start s   index MiB";

    public override string ToString() =>
        $"{Invoices,8} {Projections,22:N0} {List,23:F2} {Start,9:F2} {IndexMiB,11:N0}";

    public void WriteJson(TextWriter output)
    {
        foreach (var (what, figure, unit) in new[]
        {
            ("projections", Projections, "events/s"), ("list p99", List, "ms"), ("start", Start, "s"),
        })
        {
            new WayReport(
                $"growth {Invoices}: {what}", figure, unit, WayReport.NoPeers, [$"index of {IndexMiB} MiB"])
                .Write(output, asJson: true);
        }
    }
}
