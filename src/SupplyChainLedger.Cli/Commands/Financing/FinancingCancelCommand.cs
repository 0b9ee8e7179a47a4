using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Commands.Receivables;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing cancel</c></summary>
internal static class FinancingCancelCommand
{
    private const string Description = """
        As the holder, take back a request that is open; as the financier, an accepted offer or a declared disbursement.
        """;

    private const string Examples = """
        scl financing cancel 0x… --as tier2-steel
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var command = new SigningCommand("cancel", Description, Examples) { id };
        runner.Attach(command, run => StepWithdrawal.RunAsync(
            run,
            run.Value(id),
            HoldingStep.FinancingRequested,
            HoldingStep.OfferAccepted,
            HoldingStep.DisbursementDeclared,
            HoldingStep.DisbursementContested));
        return command;
    }
}
