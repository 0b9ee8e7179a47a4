using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;

namespace SupplyChainLedger.Cli.Commands.Receivables;

/// <summary><c>scl receivable withdraw</c></summary>
internal static class ReceivableWithdrawCommand
{
    private const string Description = """
        Take back what you began with a holding: a transfer or a request, an accepted offer or a declared payment, a
        credit note, a dispute.
        """;

    private const string Examples = """
        scl receivable withdraw 0x… --as tier1-brakes
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var command = new SigningCommand("withdraw", Description, Examples) { id };
        runner.Attach(command, run => StepWithdrawal.RunAsync(run, run.Value(id)));
        return command;
    }
}
