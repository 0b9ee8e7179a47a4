using System.CommandLine;
using SupplyChainLedger.Benchmarks.Reporting;

namespace SupplyChainLedger.Benchmarks.Queries;

/// <summary><c>query</c></summary>
internal static class QueryCommand
{
    private const int MostConfirmed = 100_000;

    public static Command Create()
    {
        var invoices = InvoicesOption.Create();
        var json = JsonOption.Create();
        var command = new Command("query", "Lists of invoices, first page and last, over an index of many.")
        {
            invoices,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var bench = new QueryBench();
            foreach (var report in bench.Fill(parsed.GetValue(invoices), cancellation))
                report.Write(Console.Out, parsed.GetValue(json));
            await foreach (var report in bench.AskAsync(cancellation))
                report.Write(Console.Out, parsed.GetValue(json));
            bench.Confirm(Math.Min(parsed.GetValue(invoices), MostConfirmed))
                .Write(Console.Out, parsed.GetValue(json));
        });
        return command;
    }
}
