using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Terminals;

namespace SupplyChainLedger.Cli.Running;

/// <summary>Runs commands to their exit code. Whatever fails is told here, in one way for all.</summary>
internal sealed class CommandRunner(GlobalOptions global, Surroundings surroundings)
{
    /// <summary>Gives a command what it does.</summary>
    public void Attach(Command command, Func<CommandRun, Task<ExitCode>> body) =>
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, body, cancellation));

    /// <summary>Gives a command that signs what it does, with the participant's keys open.</summary>
    public void Attach(SigningCommand command, Func<SigningRun, Task<ExitCode>> body) => Attach(command, async run =>
    {
        using var signing = await SigningRun.OpenAsync(run, command);
        return await body(signing);
    });

    /// <summary>Gives a command of the operator what it does, with the register open.</summary>
    public void Attach(OperatorCommand command, Func<OperatorRun, Task<ExitCode>> body) => Attach(command, async run =>
    {
        using var changing = await OperatorRun.OpenAsync(run, command);
        return await body(changing);
    });

    private async Task<ExitCode> RunAsync(
        ParseResult parsed, Func<CommandRun, Task<ExitCode>> body, CancellationToken cancellation)
    {
        var terminal = new Terminal(surroundings, parsed.GetValue(global.Json));
        using var run = new CommandRun(parsed, global, terminal, surroundings.Time, cancellation);
        try
        {
            return await body(run);
        }
        catch (Exception fault)
        {
            return FaultReport.Write(terminal, fault);
        }
    }
}
