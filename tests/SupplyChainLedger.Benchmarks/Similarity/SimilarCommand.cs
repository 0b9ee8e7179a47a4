using System.CommandLine;
using SupplyChainLedger.Benchmarks.Reporting;

namespace SupplyChainLedger.Benchmarks.Similarity;

/// <summary><c>similar</c></summary>
internal static class SimilarCommand
{
    public static Command Create()
    {
        var invoices = InvoicesOption.Create();
        var command = new Command("similar", "The query of FindSimilarInvoices over an index of many invoices.")
        {
            invoices,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var bench = new SimilarBench(Console.Out);
            bench.Fill(parsed.GetValue(invoices), cancellation);
            await bench.AskAsync(cancellation);
        });
        return command;
    }
}
