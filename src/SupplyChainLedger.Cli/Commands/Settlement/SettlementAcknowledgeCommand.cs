using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Settlement;

/// <summary><c>scl settlement acknowledge</c></summary>
internal static class SettlementAcknowledgeCommand
{
    private const string Description = """
        As the holder, say that the money is there.
        """;

    private const string Examples = """
        scl settlement acknowledge 0x… --as tier2-steel
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var command = new SigningCommand("acknowledge", Description, Examples) { id };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var signed = run.Signer.AcknowledgePayment(
                HoldingReference.Of(holding), (ulong)holding.PendingAmount.MinorUnits);
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                ("received", Show.Amount(holding.PendingAmount)),
            ]);
            var answer = await run.Client.Settlement.AnswerPaymentAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
