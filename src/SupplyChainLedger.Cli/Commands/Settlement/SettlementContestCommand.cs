using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Settlement;

/// <summary><c>scl settlement contest</c></summary>
internal static class SettlementContestCommand
{
    private const string Description = """
        As the holder, say that the money has not come. The holding is frozen until one of you gives way.
        """;

    private const string Examples = """
        scl settlement contest 0x… --as tier2-steel --reason "Nothing on our account" --evidence statement.pdf
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
            var signed = run.Signer.ContestPayment(
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
            var answer = await run.Client.Settlement.AnswerPaymentAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
