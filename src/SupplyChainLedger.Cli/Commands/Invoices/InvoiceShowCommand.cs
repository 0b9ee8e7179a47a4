using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Cli.Commands.Invoices;

/// <summary><c>scl invoice show</c></summary>
internal static class InvoiceShowCommand
{
    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Invoice();
        var command = new Command("show", "Show one invoice as the chain has it.") { id };
        runner.Attach(command, run => RunAsync(run, run.Value(id)));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandRun run, InvoiceId id)
    {
        var answer = await run.Client.Invoices.GetAsync(id, cancellation: run.Cancellation);
        run.Terminal.Result(answer, InvoiceView.Of(answer.Invoice, answer.ReadAt));
        return ExitCode.Done;
    }
}
