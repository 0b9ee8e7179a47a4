using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;
using Steps = SupplyChainLedger.Contracts.Holdings.HoldingStep;

namespace SupplyChainLedger.Cli.Commands.Receivables;

/// <summary>Takes back the step that a holding is in.</summary>
internal static class StepWithdrawal
{
    /// <param name="run">The command under way.</param>
    /// <param name="id">The holding.</param>
    /// <param name="allowed">The steps that the command is for; empty for any.</param>
    public static async Task<ExitCode> RunAsync(SigningRun run, HoldingId id, params HoldingStep[] allowed)
    {
        var holding = await run.HoldingAsync(id);
        if (holding.Step == HoldingStep.AtRest || (allowed.Length > 0 && !allowed.Contains(holding.Step)))
        {
            throw new UsageException(
                $"There is nothing of that kind to take back: {holding.Name} is {HoldingView.StepOf(holding)}.");
        }

        var signed = run.Signer.WithdrawStep(HoldingReference.Of(holding), (Steps)holding.Step);
        run.Show(signed, [.. SigningView.FieldsOf(holding), ("takes back", HoldingView.StepOf(holding))]);
        var answer = await run.Client.Receivables.WithdrawStepAsync(signed, run.Wait, run.Cancellation);
        return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
    }
}
