using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands.Disputes;

/// <summary><c>scl dispute cancel-accept</c></summary>
internal static class DisputeCancelAcceptCommand
{
    private const string Description = """
        As the buyer, consent to a cancellation: nothing is owed any more.
        """;

    private const string Examples = """
        scl dispute cancel-accept 0x… --as core-motors
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Invoice();
        var command = new SigningCommand("cancel-accept", Description, Examples) { id };
        runner.Attach(command, async run =>
        {
            var invoice = (await run.Client.Invoices.GetAsync(run.Value(id), cancellation: run.Cancellation)).Invoice;
            var signed = run.Signer.AcceptCancellation(run.Value(id));
            run.Show(signed, SigningView.FieldsOf(invoice));
            var answer = await run.Client.Disputes.AnswerCancellationAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, ReceivableView.Of(answer.Receivable));
        });
        return command;
    }
}
