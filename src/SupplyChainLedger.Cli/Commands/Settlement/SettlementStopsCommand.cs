using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Settlement;

/// <summary><c>scl settlement stops</c></summary>
internal static class SettlementStopsCommand
{
    private const string Description = """
        List obligors that have missed a maturity, and get no new receivables until the operator lifts the stop.
        """;

    private const string Examples = """
        scl settlement stops --open
        """;

    public static Command Create(CommandRunner runner)
    {
        var obligor = CommandArguments.Handle("--obligor", "Only those of this obligor.");
        var open = new Option<bool>("--open") { Description = "Only those that are not lifted." };
        var command = new ListCommand("stops", Description, Examples) { obligor, open };
        runner.Attach(command, run => command.RunAsync(
            run,
            new ListStopsRequest
            {
                Obligor = run.Name(obligor),
                OpenOnly = run.Value(open),
            },
            run.Client.Settlement.ListStopsAsync,
            static page => SettlementView.Table(page.Stops),
            static page => (page.Stops.Count, "stops")));
        return command;
    }
}
