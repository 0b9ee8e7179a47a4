using System.CommandLine;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands;

/// <summary><c>scl status</c></summary>
internal static class StatusCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("status", "See where the chain, the index and the outbox stand, and the addresses.");
        runner.Attach(command, RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandRun run)
    {
        var status = await run.Client.GetStatusAsync(run.Cancellation);
        run.Terminal.Result(status, StatusView.Of(status, run.Client.Service));
        return ExitCode.Done;
    }
}
