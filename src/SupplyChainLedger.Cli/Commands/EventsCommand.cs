using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands;

/// <summary><c>scl events</c></summary>
internal static class EventsCommand
{
    private const string Description = """
        Show what the contracts have recorded, in the order of the chain. With --json one object a line.
        """;

    private const string Examples = """
        scl events                        everything so far
        scl events --follow --json        and go on as blocks arrive, until Ctrl-C
        scl events --from POSITION        only what came after; each event's JSON has its position
        """;

    public static Command Create(CommandRunner runner)
    {
        var follow = new Option<bool>("--follow") { Description = "Go on as blocks arrive, until Ctrl-C." };
        var from = new Option<string>("--from")
        {
            Description = "Position of the last event that was dealt with.",
            HelpName = "POSITION",
            DefaultValueFactory = _ => "",
        };
        var participant = CommandArguments.Handle("--participant", "Only events that name this participant.");
        var command = new ExampleCommand("events", Description, Examples) { follow, from, participant };
        runner.Attach(command, run => RunAsync(
            run,
            new EventFilter { AfterPosition = run.Value(from)!, Participant = run.Value(participant) },
            run.Value(follow)));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CommandRun run, EventFilter filter, bool follow)
    {
        var position = filter.AfterPosition;
        await foreach (var message in run.Client.Events.WatchAsync(filter, run.Cancellation))
        {
            if (message.MessageCase == WatchEventsResponse.MessageOneofCase.CaughtUp)
            {
                run.Terminal.Note($"That is everything up to {Show.ReadAt(message.CaughtUp.ReadAt)}.");
                if (!follow) break;
                continue;
            }

            position = message.Event?.Position ?? message.Reorganisation?.AfterPosition ?? position;
            run.Terminal.Result(message, EventView.Line(message));
        }

        if (position.Length > 0) run.Terminal.Note($"To go on from here: scl events --from {position}");
        return ExitCode.Done;
    }
}
