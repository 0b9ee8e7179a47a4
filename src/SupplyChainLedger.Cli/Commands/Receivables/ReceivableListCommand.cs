using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Receivables;

/// <summary><c>scl receivable list</c></summary>
internal static class ReceivableListCommand
{
    private const string Description = """
        List confirmed debts with what is left of them, newest confirmation first. Filters are combined.
        """;

    private const string Examples = """
        scl receivable list --holder tier1-brakes --open
        scl receivable list --buyer core-motors --due-before 2027-01-31 --open
        """;

    public static Command Create(CommandRunner runner)
    {
        var holder = CommandArguments.Handle("--holder", "Only those of which this participant holds a part.");
        var supplier = CommandArguments.Handle("--supplier", "Only those of this supplier.");
        var buyer = CommandArguments.Handle("--buyer", "Only debts of this buyer.");
        var dueBefore = CommandArguments.Date("--due-before", "Only those due before this date.");
        var open = new Option<bool>("--open") { Description = "Only those on which something is outstanding." };
        var command = new ListCommand("list", Description, Examples) { holder, supplier, buyer, dueBefore, open };
        runner.Attach(command, run => command.RunAsync(
            run,
            new ListReceivablesRequest
            {
                Holder = run.Name(holder),
                Supplier = run.Name(supplier),
                Buyer = run.Name(buyer),
                DueBefore = run.ApiDate(dueBefore),
                OpenOnly = run.Value(open),
            },
            run.Client.Receivables.ListReceivablesAsync,
            static page => ReceivableView.Table(page.Receivables),
            static page => (page.Receivables.Count, "receivables")));
        return command;
    }
}
