using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands;

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
        var actAs = CommandArguments.ActAs();
        var reason = new Option<string>("--reason")
        {
            Description = "Why, for the supplier to read; up to 200 bytes, public on the chain.",
            HelpName = "TEXT",
            Required = true,
        };
        var wait = CommandArguments.Wait();
        var timeout = CommandArguments.Timeout();
        var command = new ExampleCommand("reject", Description, Examples) { id, actAs, reason, wait, timeout };
        runner.Attach(command, run =>
        {
            run.WaitAtMost(run.Value(timeout));
            return RunAsync(run, run.Value(id), run.Value(actAs)!, run.Value(reason)!, run.Value(wait).OrIncluded());
        });
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        CommandRun run, InvoiceId id, string buyer, string reason, WaitFor wait)
    {
        using var key = await run.Keys.OpenAsync(buyer, run.Cancellation);
        var signer = await run.Client.ActAsAsync(buyer, key, run.Cancellation);
        var invoice = (await run.Client.Invoices.GetAsync(id, cancellation: run.Cancellation)).Invoice;

        var rejection = signer.Reject(id, reason);
        run.Terminal.ShowAnswer(rejection, buyer, invoice, ("reason", reason));
        var answer = await run.Client.Invoices.RejectAsync(rejection, wait, run.Cancellation);
        run.Terminal.Result(answer, OutcomeView.Of(answer.Intent, answer.Invoice));
        return ExitCode.Done;
    }
}
