using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing acknowledge</c></summary>
internal static class FinancingAcknowledgeCommand
{
    private const string Description = """
        As the seller, say that the financier's money is there.
        """;

    private const string Examples = """
        scl financing acknowledge 0x… --as tier2-steel
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var command = new SigningCommand("acknowledge", Description, Examples) { id };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var signed = run.Signer.AcknowledgeDisbursement(
                HoldingReference.Of(holding), (ulong)holding.PendingAmount.MinorUnits);
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                ("received", Show.Amount(holding.PendingAmount)),
            ]);
            var answer = await run.Client.Financing.AnswerDisbursementAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, FinancingView.Of(answer.Financing));
        });
        return command;
    }
}
