using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing limits</c></summary>
internal static class FinancingLimitsCommand
{
    private const string Description = """
        Show how much financiers want to hold of obligors, and how much they do.
        """;

    private const string Examples = """
        scl financing limits --financier bank-east
        """;

    public static Command Create(CommandRunner runner)
    {
        var financier = CommandArguments.Handle("--financier", "Only those of this financier.");
        var obligor = CommandArguments.Handle("--obligor", "Only those for this obligor.");
        var command = new ListCommand("limits", Description, Examples) { financier, obligor };
        runner.Attach(command, run => command.RunAsync(
            run,
            new ListExposuresRequest
            {
                Financier = run.Name(financier),
                Obligor = run.Name(obligor),
            },
            run.Client.Financing.ListExposuresAsync,
            static page => FinancingView.Table(page.Exposures),
            static page => (page.Exposures.Count, "limits")));
        return command;
    }
}
