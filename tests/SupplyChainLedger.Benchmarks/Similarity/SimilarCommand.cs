using System.CommandLine;

namespace SupplyChainLedger.Benchmarks.Similarity;

/// <summary><c>similar</c></summary>
internal static class SimilarCommand
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
