using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands;

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
        var actAs = CommandArguments.ActAs();
        var wait = CommandArguments.Wait();
        var timeout = CommandArguments.Timeout();
        var command = new ExampleCommand("withdraw", Description, Examples) { id, actAs, wait, timeout };
        runner.Attach(command, run =>
        {
            run.WaitAtMost(run.Value(timeout));
            return RunAsync(run, run.Value(id), run.Value(actAs)!, run.Value(wait).OrIncluded());
        });
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandRun run, InvoiceId id, string supplier, WaitFor wait)
    {
        using var key = await run.Keys.OpenAsync(supplier, run.Cancellation);
        var signer = await run.Client.ActAsAsync(supplier, key, run.Cancellation);
        var invoice = (await run.Client.Invoices.GetAsync(id, cancellation: run.Cancellation)).Invoice;

        var withdrawal = signer.Withdraw(id);
        run.Terminal.ShowAnswer(withdrawal, supplier, invoice);
        var answer = await run.Client.Invoices.WithdrawAsync(withdrawal, wait, run.Cancellation);
        run.Terminal.Result(answer, OutcomeView.Of(answer.Intent, answer.Invoice));
        return ExitCode.Done;
    }
}
