using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands;

/// <summary><c>scl intent cancel</c></summary>
internal static class IntentCancelCommand
{
    private const string Description = """
        Take back an intent that no block has taken yet. The cancellation spends its nonce; whichever of the two is
        recorded first wins. Any key of the participant may sign it, and one is always enough.
        """;

    private const string Examples = """
        scl intent cancel intents/0x… --as tier1-brakes
        scl intent cancel intents/0x… --as tier1-brakes --wait final
        """;

    public static Command Create(CommandRunner runner)
    {
        var hash = CommandArguments.Intent();
        var command = new SigningCommand("cancel", Description, Examples) { hash };
        runner.Attach(command, async run =>
        {
            var waiting = (await run.Client.Intents.GetAsync(run.Value(hash), run.Cancellation)).Intent;
            var signed = run.Signer.CancelIntent(waiting);
            run.Show(
                signed,
                ("takes back", waiting.Name),
                ("kind", IntentView.KindOf(waiting.Action)),
                ("of", Show.Party(waiting.Participant)),
                ("state", Show.Word(waiting.State)),
                ("invoice", waiting.Invoice));
            var answer = await run.Client.Intents.CancelAsync(signed, run.Wait, run.Cancellation);
            run.Terminal.Result(answer, IntentView.OfBoth(answer.Intent, answer.Cancelled));
            return ExitCode.Done;
        });
        return command;
    }
}
