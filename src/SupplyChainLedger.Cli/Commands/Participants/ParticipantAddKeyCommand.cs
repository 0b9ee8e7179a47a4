using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Cli.Commands.Participants;

/// <summary><c>scl participant add-key</c></summary>
internal static class ParticipantAddKeyCommand
{
    private const string Description = """
        As the operator, let a further key sign for a participant. It belongs to it for ever: a key is never given away.
        """;

    private const string Examples = """
        scl participant add-key bank-east bank-east-2
        scl participant add-key tier1-brakes 0x… --permissions claim,settle
        """;

    public static OperatorCommand Create(GlobalOptions global, CommandRunner runner)
    {
        var handle = CommandArguments.Participant();
        var key = CommandArguments.Key();
        var permissions = CommandArguments.Flags<SignerPermissions>(
            "--permissions", "What it may sign. [default: all]");
        var command = new OperatorCommand(global, "add-key", Description, Examples) { handle, key, permissions };
        runner.Attach(command, async run =>
        {
            var address = await run.Keys.AddressOfAsync(run.Value(key), run.Cancellation);
            var allowed = run.Value(permissions) is var some and not SignerPermissions.None
                ? some
                : SignerPermissions.All;
            var participant = run.Handle(handle);
            return await run.ChangeAsync(
                register => register.AddKeyAsync(participant, address, allowed, run.Cancellation),
                "add-key",
                ("participant", participant),
                ("key", $"{address}"),
                ("may sign", Show.Flags(allowed)));
        });
        return command;
    }
}
