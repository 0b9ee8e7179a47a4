using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Disputes;

/// <summary><c>scl dispute credit</c></summary>
internal static class DisputeCreditCommand
{
    private const string Description = """
        As the supplier of the invoice, issue a credit note on a holding: your own becomes less at once, anybody
        else's when its holder agrees.
        """;

    private const string Examples = """
        scl dispute credit holdings/0x… --as tier1-brakes --number CN-17 --amount 850.00 --document cn-17.xml
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var number = new Option<string>("--number")
        {
            Description = "Its number (BT-1).",
            HelpName = "TEXT",
            Required = true,
        };
        var amount = new AmountOption("--amount", "By how much the holding becomes less.") { Required = true };
        var document = new DocumentOption("--document", "The credit note", required: true);
        var command = new SigningCommand("credit", Description, Examples) { id, number, amount, document };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var credited = amount.Read(run.Value(amount)!, holding.Amount.CurrencyCode);
            var signed = run.Signer.IssueCreditNote(
                HoldingReference.Of(holding),
                run.Value(number)!,
                credited,
                await document.ReadAsync(run.Value(document), run.Cancellation));
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                ("credit note", signed.Intent.Number),
                ("credits", Show.Amount(credited, holding.Amount.CurrencyCode)),
                ("document", Show.Hash(signed.Intent.DocumentHash)),
            ]);
            var answer = await run.Client.Disputes.IssueCreditNoteAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
