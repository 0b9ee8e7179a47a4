using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Cli.Commands.Invoices;

/// <summary><c>scl invoice reject</c></summary>
internal static class InvoiceRejectCommand
{
    private const string Description = """
        As the buyer, turn an invoice down. Its number stays taken.
        """;

    private const string Examples = """
        scl invoice reject 0x… --as core-motors --reason "Goods were not delivered"
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Invoice();
        var reason = CommandArguments.Reason("Why, for the supplier to read");
        var command = new SigningCommand("reject", Description, Examples) { id, reason };
        runner.Attach(command, run => RunAsync(run, run.Value(id), run.Value(reason)!));
        return command;
    }

    private static async Task<ExitCode> RunAsync(SigningRun run, InvoiceId id, string reason)
    {
        var invoice = (await run.Client.Invoices.GetAsync(id, cancellation: run.Cancellation)).Invoice;
        var rejection = run.Signer.Reject(id, reason);
        run.Show(rejection, [.. SigningView.FieldsOf(invoice), ("reason", reason)]);
        var answer = await run.Client.Invoices.RejectAsync(rejection, run.Wait, run.Cancellation);
        return run.End(answer, answer.Intent, answer.Invoice is { } record ? InvoiceView.Of(record) : null);
    }
}
