using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Settlement;

/// <summary><c>scl settlement payments</c></summary>
internal static class SettlementPaymentsCommand
{
    private const string Description = """
        List declared payments, newest first. Filters are combined.
        """;

    private const string Examples = """
        scl settlement payments --payee tier2-steel --state declared
        scl settlement payments --receivable 0x…
        """;

    public static Command Create(CommandRunner runner)
    {
        var receivable = CommandArguments.OfReceivable();
        var payer = CommandArguments.Handle("--payer", "Only those of this participant.");
        var payee = CommandArguments.Handle("--payee", "Only those to this participant.");
        var state = CommandArguments.OneOf<DeclarationState>("--state", "Only those in this state.");
        var command = new ListCommand("payments", Description, Examples) { receivable, payer, payee, state };
        runner.Attach(command, run => command.RunAsync(
            run,
            new ListPaymentsRequest
            {
                Receivable = run.Name(receivable),
                Payer = run.Name(payer),
                Payee = run.Name(payee),
                State = run.Value(state),
            },
            run.Client.Settlement.ListPaymentsAsync,
            static page => SettlementView.Table(page.Payments),
            static page => (page.Payments.Count, "payments")));
        return command;
    }
}
