using System.CommandLine;
using SupplyChainLedger.Benchmarks.Reporting;

namespace SupplyChainLedger.Benchmarks.Queries;

/// <summary><c>query</c></summary>
internal static class QueryCommand
{
    public static Command Create()
    {
        var invoices = new Option<int>("--invoices")
        {
            Description = "How many invoices the index holds, 1000 and up.",
            DefaultValueFactory = static _ => 1_000_000,
        };
        invoices.Validators.Add(result =>
        {
            if (result.GetValue(invoices) < 1000) result.AddError("--invoices must be 1000 or more.");
        });
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
        });
        return command;
    }
}
