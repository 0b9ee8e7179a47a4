using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;

namespace SupplyChainLedger.Cli.Commands.Participants;

/// <summary><c>scl participant register</c></summary>
internal static class ParticipantRegisterCommand
{
    private const string Description = """
        As the operator, register a participant with its first keys. Identifiers are registered as hashes.
        """;

    private const string Examples = """
        scl participant register glass --name "Glass SA" --roles supplier --region FR-ARA --industry 2310 --key glass
        """;

    public static OperatorCommand Create(GlobalOptions global, CommandRunner runner)
    {
        var command = new OperatorCommand(global, "register", Description, Examples);
        var options = new RegistrationOptions(command);
        runner.Attach(command, async run =>
        {
            var registration = await options.ReadAsync(run);
            return await run.ChangeAsync(
                register => register.RegisterAsync(registration, run.Cancellation),
                "register",
                ("participant", registration.Handle),
                ("name", registration.DisplayName),
                ("roles", Show.Flags(registration.Roles)),
                ("keys", string.Join(", ", registration.Signers)),
                ("region", registration.Region),
                ("industry", registration.Industry));
        });
        return command;
    }
}
