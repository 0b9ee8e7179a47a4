using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;

namespace SupplyChainLedger.Cli.Commands.Participants;

/// <summary><c>scl participant suspend</c></summary>
internal static class ParticipantSuspendCommand
{
    private const string Description = """
        As the operator, stop a participant from acting and from being named in new records; what is recorded stays.
        """;

    private const string Examples = """
        scl participant suspend tier2-steel --reason "Key was lost"
        """;

    public static OperatorCommand Create(GlobalOptions global, CommandRunner runner)
    {
        var handle = CommandArguments.Participant();
        var reason = CommandArguments.Reason("Why");
        var command = new OperatorCommand(global, "suspend", Description, Examples) { handle, reason };
        runner.Attach(command, run =>
        {
            var (participant, why) = (run.Handle(handle), run.Value(reason)!);
            return run.ChangeAsync(
                register => register.SuspendAsync(participant, why, run.Cancellation),
                "suspend",
                ("participant", participant),
                ("reason", why));
        });
        return command;
    }
}
