using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Disputes;

/// <summary><c>scl dispute list</c></summary>
internal static class DisputeListCommand
{
    private const string Description = """
        List disputes, newest first. Filters are combined.
        """;

    private const string Examples = """
        scl dispute list --holder tier1-brakes --state open
        """;

    public static Command Create(CommandRunner runner)
    {
        var receivable = CommandArguments.OfReceivable();
        var buyer = CommandArguments.Handle("--buyer", "Only those of this buyer.");
        var holder = CommandArguments.Handle("--holder", "Only on parts of this holder.");
        var state = CommandArguments.OneOf<DisputeState>("--state", "Only those in this state.");
        var command = new ListCommand("list", Description, Examples) { receivable, buyer, holder, state };
        runner.Attach(command, run => command.RunAsync(
            run,
            new ListDisputesRequest
            {
                Receivable = run.Name(receivable),
                Buyer = run.Name(buyer),
                Holder = run.Name(holder),
                State = run.Value(state),
            },
            run.Client.Disputes.ListDisputesAsync,
            static page => CorrectionView.Table(page.Disputes),
            static page => (page.Disputes.Count, "disputes")));
        return command;
    }
}
