using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing financeable</c></summary>
internal static class FinancingFinanceableCommand
{
    private const string Description = """
        As a holder: what of mine can be financed, and at what price? Newest first, with the prices last seen in open
        offers for the same obligor.
        """;

    private const string Examples = """
        scl financing financeable --holder tier1-brakes
        """;

    public static Command Create(CommandRunner runner)
    {
        var holder = CommandArguments.RequiredHandle("--holder", "Who asks.");
        var command = new ListCommand("financeable", Description, Examples) { holder };
        runner.Attach(command, run => command.RunAsync(
            run,
            new ListFinanceableRequest
            {
                Holder = run.Name(holder),
            },
            run.Client.Financing.ListFinanceableAsync,
            static page => FinancingView.Table(page.Financeable),
            static page => (page.Financeable.Count, "holdings")));
        return command;
    }
}
