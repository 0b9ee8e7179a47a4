using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands;

/// <summary><c>scl intent resend</c></summary>
internal static class IntentResendCommand
{
    private const string Description = """
        Let the service send an intent that still waits now, and not at its next try. It takes effect once, however
        often this is asked.
        """;

    private const string Examples = """
        scl intent resend intents/0x…
        """;

    public static Command Create(CommandRunner runner)
    {
        var hash = CommandArguments.Intent();
        var command = new ExampleCommand("resend", Description, Examples) { hash };
        runner.Attach(command, async run =>
        {
            var answer = await run.Client.Intents.ResendAsync(run.Value(hash), run.Cancellation);
            run.Terminal.Result(answer, IntentView.Of(answer.Intent, answer.ReadAt));
            return ExitCode.Done;
        });
        return command;
    }
}
