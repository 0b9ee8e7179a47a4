using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Participants;

/// <summary><c>scl participant list</c></summary>
internal static class ParticipantListCommand
{
    public static Command Create(CommandRunner runner)
    {
        var role = CommandArguments.OneOf<Role>("--role", "Only those with this role.");
        var command = new Command("list", "List the participants.") { role };
        runner.Attach(command, run => RunAsync(run, run.Value(role)));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandRun run, Role role)
    {
        var all = new ListParticipantsResponse();
        do
        {
            var page = await run.Client.Participants.ListPageAsync(role, all.NextPageToken, run.Cancellation);
            all.MergeFrom(page);
            all.NextPageToken = page.NextPageToken;
        }
        while (all.NextPageToken.Length > 0);

        run.Terminal.Result(all, ParticipantView.Table(all.Participants));
        if (all.Participants.Count == 0) run.Terminal.Note("There are none.");
        return ExitCode.Done;
    }
}
