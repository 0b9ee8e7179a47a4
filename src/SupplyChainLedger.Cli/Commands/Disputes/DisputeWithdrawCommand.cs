using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Commands.Receivables;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Disputes;

/// <summary><c>scl dispute withdraw</c></summary>
internal static class DisputeWithdrawCommand
{
    private const string Description = """
        As the buyer, take a dispute back: the part is free again, and owed.
        """;

    private const string Examples = """
        scl dispute withdraw holdings/0x… --as core-motors
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var command = new SigningCommand("withdraw", Description, Examples) { id };
        runner.Attach(command, run => StepWithdrawal.RunAsync(run, run.Value(id), HoldingStep.DisputeOpened));
        return command;
    }
}
