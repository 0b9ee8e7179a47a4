using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Receivables;

/// <summary><c>scl receivable holdings</c></summary>
internal static class ReceivableHoldingsCommand
{
    private const string Description = """
        List holdings, newest first: what somebody holds, or what waits for somebody. Filters are combined.
        """;

    private const string Examples = """
        scl receivable holdings --holder tier2-steel --phase held
        scl receivable holdings --counterparty tier2-steel --step transfer-proposed
        scl receivable holdings --receivable 0x…
        """;

    public static Command Create(CommandRunner runner)
    {
        var holder = CommandArguments.Handle("--holder", "Only those of this participant.");
        var counterparty = CommandArguments.Handle("--counterparty", "Only those whose step concerns it.");
        var receivable = CommandArguments.OfReceivable();
        var phase = CommandArguments.OneOf<HoldingPhase>("--phase", "Only those in this phase.");
        var step = CommandArguments.OneOf<HoldingStep>("--step", "Only those in this step.");
        var dueBefore = CommandArguments.Date("--due-before", "Only those due before this date.");
        var command = new ListCommand("holdings", Description, Examples)
        {
            holder, counterparty, receivable, phase, step, dueBefore,
        };
        runner.Attach(command, run => command.RunAsync(
            run,
            new ListHoldingsRequest
            {
                Holder = run.Name(holder),
                Counterparty = run.Name(counterparty),
                Receivable = run.Name(receivable),
                Phase = run.Value(phase),
                Step = run.Value(step),
                DueBefore = run.ApiDate(dueBefore),
            },
            run.Client.Receivables.ListHoldingsAsync,
            static page => HoldingView.Table(page.Holdings),
            static page => (page.Holdings.Count, "holdings")));
        return command;
    }
}
