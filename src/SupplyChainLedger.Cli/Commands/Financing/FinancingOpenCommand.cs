using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing open</c></summary>
internal static class FinancingOpenCommand
{
    private const string Description = """
        As a financier: what is on offer within my limits? Newest first.
        """;

    private const string Examples = """
        scl financing open --financier bank-east
        """;

    public static Command Create(CommandRunner runner)
    {
        var financier = CommandArguments.RequiredHandle("--financier", "Who asks.");
        var command = new ListCommand("open", Description, Examples) { financier };
        runner.Attach(command, run => command.RunAsync(
            run,
            new ListOpportunitiesRequest
            {
                Financier = run.Name(financier),
            },
            run.Client.Financing.ListOpportunitiesAsync,
            static page => FinancingView.Table(page.Opportunities),
            static page => (page.Opportunities.Count, "requests within the limits")));
        return command;
    }
}
