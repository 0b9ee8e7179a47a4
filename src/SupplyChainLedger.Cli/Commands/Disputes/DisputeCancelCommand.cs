using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands.Disputes;

/// <summary><c>scl dispute cancel</c></summary>
internal static class DisputeCancelCommand
{
    private const string Description = """
        As the supplier, ask the buyer to cancel a confirmed invoice that you still hold whole.
        """;

    private const string Examples = """
        scl dispute cancel 0x… --as tier1-brakes --reason "Order was called off"
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Invoice();
        var reason = CommandArguments.Reason("Why, for the buyer to read");
        var command = new SigningCommand("cancel", Description, Examples) { id, reason };
        runner.Attach(command, async run =>
        {
            var invoice = (await run.Client.Invoices.GetAsync(run.Value(id), cancellation: run.Cancellation)).Invoice;
            var signed = run.Signer.RequestCancellation(run.Value(id), run.Value(reason)!);
            run.Show(signed, [.. SigningView.FieldsOf(invoice), ("reason", run.Value(reason))]);
            var answer = await run.Client.Disputes.RequestCancellationAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, ReceivableView.Of(answer.Receivable));
        });
        return command;
    }
}
