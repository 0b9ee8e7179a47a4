using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Disputes;

/// <summary><c>scl dispute credit-accept</c></summary>
internal static class DisputeCreditAcceptCommand
{
    private const string Description = """
        As the holder, agree to a credit note: the holding becomes less by it.
        """;

    private const string Examples = """
        scl dispute credit-accept holdings/0x… --as bank-east
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var command = new SigningCommand("credit-accept", Description, Examples) { id };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var signed = run.Signer.AcceptCreditNote(
                HoldingReference.Of(holding), (ulong)holding.PendingAmount.MinorUnits);
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                ("credits", Show.Amount(holding.PendingAmount)),
            ]);
            var answer = await run.Client.Disputes.AnswerCreditNoteAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
