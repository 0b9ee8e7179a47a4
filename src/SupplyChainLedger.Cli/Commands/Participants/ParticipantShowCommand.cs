using System.CommandLine;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;

namespace SupplyChainLedger.Cli.Commands.Participants;

/// <summary><c>scl participant show</c></summary>
internal static class ParticipantShowCommand
{
    public static Command Create(CommandRunner runner)
    {
        var handle = new Argument<string>("HANDLE") { Description = "The participant, such as core-motors." };
        var command = new Command("show", "Show one participant with its keys, roles and registration.") { handle };
        runner.Attach(command, run => RunAsync(run, ResourceNames.HandleOf(run.Value(handle))));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandRun run, string handle)
    {
        var answer = await run.Client.Participants.GetAsync(handle, run.Cancellation);
        run.Terminal.Result(answer, ParticipantView.Of(answer.Participant, answer.ReadAt));
        return ExitCode.Done;
    }
}
