using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;

namespace SupplyChainLedger.Cli.Commands.Participants;

/// <summary><c>scl participant reinstate</c></summary>
internal static class ParticipantReinstateCommand
{
    private const string Description = """
        As the operator, lift a participant's suspension.
        """;

    private const string Examples = """
        scl participant reinstate tier2-steel --reason "Has a new key"
        """;

    public static OperatorCommand Create(GlobalOptions global, CommandRunner runner)
    {
        var handle = CommandArguments.Participant();
        var reason = CommandArguments.Reason("Why");
        var command = new OperatorCommand(global, "reinstate", Description, Examples) { handle, reason };
        runner.Attach(command, run =>
        {
            var (participant, why) = (run.Handle(handle), run.Value(reason)!);
            return run.ChangeAsync(
                register => register.ReinstateAsync(participant, why, run.Cancellation),
                "reinstate",
                ("participant", participant),
                ("reason", why));
        });
        return command;
    }
}
