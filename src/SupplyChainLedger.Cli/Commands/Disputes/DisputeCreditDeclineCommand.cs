using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Disputes;

/// <summary><c>scl dispute credit-decline</c></summary>
internal static class DisputeCreditDeclineCommand
{
    private const string Description = """
        As the holder, do not agree to a credit note.
        """;

    private const string Examples = """
        scl dispute credit-decline holdings/0x… --as bank-east --reason "Bought without recourse"
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var reason = CommandArguments.Reason("Why not, for the supplier to read");
        var command = new SigningCommand("credit-decline", Description, Examples) { id, reason };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var signed = run.Signer.DeclineCreditNote(
                HoldingReference.Of(holding), (ulong)holding.PendingAmount.MinorUnits, run.Value(reason)!);
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                ("does not credit", Show.Amount(holding.PendingAmount)),
                ("reason", run.Value(reason)),
            ]);
            var answer = await run.Client.Disputes.AnswerCreditNoteAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
