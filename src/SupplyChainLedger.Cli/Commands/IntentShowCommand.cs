using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Cli.Commands;

/// <summary><c>scl intent show</c></summary>
internal static class IntentShowCommand
{
    public static Command Create(CommandRunner runner)
    {
        var hash = CommandArguments.Intent();
        var command = new Command("show", "Show where a signed intent stands, and why if it was refused.") { hash };
        runner.Attach(command, run => RunAsync(run, run.Value(hash)));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandRun run, IntentHash hash)
    {
        var answer = await run.Client.Intents.GetAsync(hash, run.Cancellation);
        run.Terminal.Result(answer, IntentView.Of(answer.Intent, answer.ReadAt));
        return ExitCode.Done;
    }
}
