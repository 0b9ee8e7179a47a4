using System.CommandLine;
using SupplyChainLedger.Benchmarks.Reporting;

namespace SupplyChainLedger.Benchmarks.Growth;

/// <summary><c>start</c></summary>
internal static class StartCommand
{
    public static Command Create()
    {
        var invoices = InvoicesOption.Create();
        var json = JsonOption.Create();
        var command = new Command("start", "From the start of the process until it serves, with many invoices indexed.")
        {
            invoices,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var ledger = await GrownLedger.PrepareAsync(cancellation);
            await ledger.GrowAsync(parsed.GetValue(invoices), cancellation);
            var report = await ColdStart.MeasureAsync(ledger, cancellation);
            report.Write(Console.Out, parsed.GetValue(json));
        });
        return command;
    }
}
