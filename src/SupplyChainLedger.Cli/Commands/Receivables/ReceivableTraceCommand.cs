using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands.Receivables;

/// <summary><c>scl receivable trace</c></summary>
internal static class ReceivableTraceCommand
{
    private const string Description = """
        Show the path of a holding back to the obligor: every tier with its share, its date and its document.
        """;

    private const string Examples = """
        scl receivable trace holdings/0x…
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var command = new ExampleCommand("trace", Description, Examples) { id };
        runner.Attach(command, async run =>
        {
            var answer = await run.Client.Receivables.TraceHoldingAsync(run.Value(id), cancellation: run.Cancellation);
            run.Terminal.Result(answer, ReceivableView.Table(answer.Tiers));
            run.Terminal.Note($"Owed by {Show.Party(answer.Obligor)} for invoice {answer.Receivable.InvoiceNumber}, "
                + $"due {Show.Day(answer.Receivable.DueDate)}, at {Show.ReadAt(answer.ReadAt)}.");
            return ExitCode.Done;
        });
        return command;
    }
}
