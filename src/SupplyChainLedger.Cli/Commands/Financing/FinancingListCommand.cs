using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing list</c></summary>
internal static class FinancingListCommand
{
    private const string Description = """
        List requests for financing, newest first. Filters are combined.
        """;

    private const string Examples = """
        scl financing list --holder tier2-steel --state open
        scl financing list --financier bank-east --state disbursed
        """;

    public static Command Create(CommandRunner runner)
    {
        var holder = CommandArguments.Handle("--holder", "Only those of this participant.");
        var obligor = CommandArguments.Handle("--obligor", "Only on what this buyer owes.");
        var financier = CommandArguments.Handle("--financier", "Only those whose accepted offer is of this financier.");
        var receivable = CommandArguments.OfReceivable();
        var state = CommandArguments.OneOf<FinancingState>("--state", "Only those in this state.");
        var command = new ListCommand("list", Description, Examples) { holder, obligor, financier, receivable, state };
        runner.Attach(command, run => command.RunAsync(
            run,
            new ListFinancingsRequest
            {
                Holder = run.Name(holder),
                Obligor = run.Name(obligor),
                Financier = run.Name(financier),
                Receivable = run.Name(receivable),
                State = run.Value(state),
            },
            run.Client.Financing.ListFinancingsAsync,
            static page => FinancingView.Table(page.Financings),
            static page => (page.Financings.Count, "requests")));
        return command;
    }
}
