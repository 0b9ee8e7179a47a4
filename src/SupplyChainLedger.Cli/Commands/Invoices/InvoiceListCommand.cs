using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Invoices;

/// <summary><c>scl invoice list</c></summary>
internal static class InvoiceListCommand
{
    private const string Description = """
        List invoices, newest submission first. Filters are combined.
        """;

    private const string Examples = """
        scl invoice list --state submitted --buyer core-motors
        scl invoice list --due-before 2027-01-01 --all
        """;

    public static Command Create(CommandRunner runner)
    {
        var state = CommandArguments.OneOf<InvoiceState>("--state", "Only those in this state.");
        var supplier = CommandArguments.Handle("--supplier", "Only those of this supplier.");
        var buyer = CommandArguments.Handle("--buyer", "Only those to this buyer.");
        var dueBefore = CommandArguments.Date("--due-before", "Only those due before this date.");
        var command = new ListCommand("list", Description, Examples) { state, supplier, buyer, dueBefore };
        runner.Attach(command, run => command.RunAsync(
            run,
            new ListInvoicesRequest
            {
                State = run.Value(state),
                Supplier = run.Name(supplier),
                Buyer = run.Name(buyer),
                DueBefore = run.ApiDate(dueBefore),
            },
            run.Client.Invoices.ListInvoicesAsync,
            static page => InvoiceView.Table(page.Invoices),
            static page => (page.Invoices.Count, "invoices")));
        return command;
    }
}
