using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Receivables;

/// <summary><c>scl receivable accept</c></summary>
internal static class ReceivableAcceptCommand
{
    private const string Description = """
        As the recipient, take a part that is offered to you.
        """;

    private const string Examples = """
        scl receivable accept 0x… --as tier2-steel
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var command = new SigningCommand("accept", Description, Examples) { id };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var signed = run.Signer.AcceptTransfer(HoldingReference.Of(holding));
            run.Show(signed, SigningView.FieldsOf(holding));
            var answer = await run.Client.Receivables.AnswerTransferAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
