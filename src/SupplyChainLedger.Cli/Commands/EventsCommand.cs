using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Cli.Views.Events;
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
        var reader = new Reader(run, filter.AfterPosition);
        try
        {
            await foreach (var message in run.Client.Events.WatchAsync(filter, run.Cancellation))
            {
                await reader.TakeAsync(message);
                if (!follow && message.CaughtUp is not null) break;
            }
        }
        catch (OperationCanceledException)
        {
            reader.SayHowToGoOn();
            return ExitCode.Cancelled;
        }

        reader.SayHowToGoOn();
        return ExitCode.Done;
    }

    /// <summary>Writes what comes, and remembers where it is.</summary>
    private sealed class Reader(CommandRun run, string position)
    {
        private readonly EventLines _lines = new(run.Client);
        private string _position = position;

        public async Task TakeAsync(WatchEventsResponse message)
        {
            if (message.CaughtUp is { } caughtUp)
            {
                run.Terminal.Note($"That is everything up to {Show.ReadAt(caughtUp.ReadAt)}.");
                return;
            }

            _position = message.Event?.Position ?? message.Reorganisation?.AfterPosition ?? _position;
            if (run.Terminal.Json) run.Terminal.Result(message);
            else run.Terminal.Story.Write(await _lines.ReadAsync(message, run.Cancellation));
        }

        public void SayHowToGoOn()
        {
            if (_position.Length > 0) run.Terminal.Note($"To go on from here: scl events --from {_position}");
        }
    }
}
