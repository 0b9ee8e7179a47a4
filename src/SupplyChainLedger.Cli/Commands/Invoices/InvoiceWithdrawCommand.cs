using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Cli.Commands.Invoices;

/// <summary><c>scl invoice withdraw</c></summary>
internal static class InvoiceWithdrawCommand
{
    private const string Description = """
        As the supplier, take an invoice back that the buyer has not answered. Its number stays taken.
        """;

    private const string Examples = """
        scl invoice withdraw 0x… --as tier1-brakes
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Invoice();
        var command = new SigningCommand("withdraw", Description, Examples) { id };
        runner.Attach(command, run => RunAsync(run, run.Value(id)));
        return command;
    }

    private static async Task<ExitCode> RunAsync(SigningRun run, InvoiceId id)
    {
        var invoice = (await run.Client.Invoices.GetAsync(id, cancellation: run.Cancellation)).Invoice;
        var withdrawal = run.Signer.Withdraw(id);
        run.Show(withdrawal, SigningView.FieldsOf(invoice));
        var answer = await run.Client.Invoices.WithdrawAsync(withdrawal, run.Wait, run.Cancellation);
        return run.End(answer, answer.Intent, answer.Invoice is { } record ? InvoiceView.Of(record) : null);
    }
}
