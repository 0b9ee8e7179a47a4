using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands.Disputes;

/// <summary><c>scl dispute cancel-decline</c></summary>
internal static class DisputeCancelDeclineCommand
{
    private const string Description = """
        As the buyer, do not consent to a cancellation: the debt stands.
        """;

    private const string Examples = """
        scl dispute cancel-decline 0x… --as core-motors --reason "Goods were delivered"
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Invoice();
        var reason = CommandArguments.Reason("Why not, for the supplier to read");
        var command = new SigningCommand("cancel-decline", Description, Examples) { id, reason };
        runner.Attach(command, async run =>
        {
            var invoice = (await run.Client.Invoices.GetAsync(run.Value(id), cancellation: run.Cancellation)).Invoice;
            var signed = run.Signer.DeclineCancellation(run.Value(id), run.Value(reason)!);
            run.Show(signed, [.. SigningView.FieldsOf(invoice), ("reason", run.Value(reason))]);
            var answer = await run.Client.Disputes.AnswerCancellationAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, ReceivableView.Of(answer.Receivable));
        });
        return command;
    }
}
