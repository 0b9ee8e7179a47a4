using System.CommandLine;

namespace SupplyChainLedger.Benchmarks.Reporting;

/// <summary><c>--invoices</c> of an index.</summary>
internal static class InvoicesOption
{
    public static Option<int> Create()
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
        return invoices;
    }
}
