using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing contest</c></summary>
internal static class FinancingContestCommand
{
    private const string Description = """
        As the seller, say that the financier's money has not come. The holding is frozen until one of you gives way.
        """;

    private const string Examples = """
        scl financing contest 0x… --as tier2-steel --reason "Nothing on our account" --evidence statement.pdf
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var reason = CommandArguments.Reason("Why you say so");
        var evidence = new DocumentOption("--evidence", "What shows it");
        var command = new SigningCommand("contest", Description, Examples) { id, reason, evidence };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var signed = run.Signer.ContestDisbursement(
                HoldingReference.Of(holding),
                (ulong)holding.PendingAmount.MinorUnits,
                run.Value(reason)!,
                await evidence.ReadAsync(run.Value(evidence), run.Cancellation));
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                ("not received", Show.Amount(holding.PendingAmount)),
                ("reason", run.Value(reason)),
                ("evidence", Show.Hash(signed.Intent.Evidence)),
            ]);
            var answer = await run.Client.Financing.AnswerDisbursementAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, FinancingView.Of(answer.Financing));
        });
        return command;
    }
}
