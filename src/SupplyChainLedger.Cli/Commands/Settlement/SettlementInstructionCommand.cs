using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands.Settlement;

/// <summary><c>scl settlement instruction</c></summary>
internal static class SettlementInstructionCommand
{
    private const string Description = """
        Show who is to be paid on a receivable, how much, and into which account; as it stands now, or stood on a day.
        """;

    private const string Examples = """
        scl settlement instruction receivables/0x…
        scl settlement instruction receivables/0x… --date 2027-01-31
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Receivable();
        var date = CommandArguments.Date("--date", "The day (UTC) whose instruction is asked for. [default: now]");
        var command = new ExampleCommand("instruction", Description, Examples) { id, date };
        runner.Attach(command, async run =>
        {
            var answer = await run.Client.Settlement.GetPaymentInstructionAsync(
                run.Value(id), run.Value(date), cancellation: run.Cancellation);
            run.Terminal.Result(answer, SettlementView.Table(answer.Lines));
            run.Terminal.Note($"{answer.Lines.Count} to be paid, as of {Show.Day(answer.Date)}, "
                + $"at {Show.ReadAt(answer.ReadAt)}.");
            return ExitCode.Done;
        });
        return command;
    }
}
