using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;

namespace SupplyChainLedger.Cli.Commands.Participants;

/// <summary><c>scl participant revoke-key</c></summary>
internal static class ParticipantRevokeKeyCommand
{
    private const string Description = """
        As the operator, end a key's right to sign, for ever. What it signed and no block has taken yet becomes void.
        """;

    private const string Examples = """
        scl participant revoke-key bank-east bank-east-2
        """;

    public static OperatorCommand Create(GlobalOptions global, CommandRunner runner)
    {
        var handle = CommandArguments.Participant();
        var key = CommandArguments.Key();
        var command = new OperatorCommand(global, "revoke-key", Description, Examples) { handle, key };
        runner.Attach(command, async run =>
        {
            var address = await run.Keys.AddressOfAsync(run.Value(key), run.Cancellation);
            var participant = run.Handle(handle);
            return await run.ChangeAsync(
                register => register.RevokeKeyAsync(participant, address, run.Cancellation),
                "revoke-key",
                ("participant", participant),
                ("key", $"{address}"));
        });
        return command;
    }
}
