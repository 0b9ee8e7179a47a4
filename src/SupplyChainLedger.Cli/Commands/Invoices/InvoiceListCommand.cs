using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
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
        var pageSize = new Option<int>("--page-size")
        {
            Description = "How many a page holds, 1 to 1000. [default: 50]",
            HelpName = "N",
            CustomParser = result => CommandArguments.Whole(result, 1, 1000),
        };
        var pageToken = new Option<string>("--page-token")
        {
            Description = "Go on where a page before ended; with the same filters.",
            HelpName = "TOKEN",
            DefaultValueFactory = _ => "",
        };
        var all = new Option<bool>("--all") { Description = "All pages at once." };
        var command = new ExampleCommand("list", Description, Examples)
        {
            state, supplier, buyer, dueBefore, pageSize, pageToken, all,
        };
        runner.Attach(command, run => RunAsync(
            run,
            new InvoiceFilter
            {
                State = run.Value(state),
                Supplier = run.Value(supplier),
                Buyer = run.Value(buyer),
                DueBefore = run.Value(dueBefore),
                PageSize = run.Value(pageSize),
            },
            run.Value(pageToken)!,
            run.Value(all)));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandRun run, InvoiceFilter filter, string pageToken, bool all)
    {
        var listed = await run.Client.Invoices.ListPageAsync(filter, pageToken, run.Cancellation);
        while (all && listed.NextPageToken.Length > 0)
        {
            var page = await run.Client.Invoices.ListPageAsync(filter, listed.NextPageToken, run.Cancellation);
            listed.MergeFrom(page);
            listed.NextPageToken = page.NextPageToken;
        }

        run.Terminal.Result(listed, InvoiceView.Table(listed.Invoices));
        var more = listed.NextPageToken.Length == 0 ? "" : $" More: --page-token {listed.NextPageToken}";
        run.Terminal.Note($"{listed.Invoices.Count} invoices at {Show.ReadAt(listed.ReadAt)}.{more}");
        return ExitCode.Done;
    }
}
