using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Receivables;

/// <summary><c>scl receivable deadline</c></summary>
internal static class ReceivableDeadlineCommand
{
    private const string Description = """
        Say that a deadline of a holding has passed; any participant may. What waited for an answer lapses, a declared
        payment counts as paid, and what is not paid becomes overdue and then is in default.
        """;

    private const string Examples = """
        scl receivable deadline 0x… --as auditor
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var command = new SigningCommand("deadline", Description, Examples) { id };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var signed = run.Signer.ApplyDeadline(HoldingReference.Of(holding));
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                ("deadline", holding.Step == HoldingStep.AtRest ? "of the debt" : HoldingView.StepOf(holding)),
            ]);
            var answer = await run.Client.Receivables.ApplyDeadlineAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
