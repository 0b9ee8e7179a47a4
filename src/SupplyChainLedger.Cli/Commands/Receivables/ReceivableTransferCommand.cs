using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Receivables;

/// <summary><c>scl receivable transfer</c></summary>
internal static class ReceivableTransferCommand
{
    private const string Description = """
        As the holder, offer a part to a supplier of yours, who is paid with it. The part becomes a holding of its own
        and is locked until it is answered.
        """;

    private const string Examples = """
        scl receivable transfer 0x… --as tier1-brakes --to tier2-steel --amount 125000.00 --trade-document order.pdf
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var recipient = new Option<string>("--to")
        {
            Description = "Handle of the supplier that is to have it.",
            HelpName = "HANDLE",
            Required = true,
        };
        var amount = new AmountOption("--amount", "How much, such as 125000.00. [default: all of the holding]");
        var document = new DocumentOption("--trade-document", "The document of the trade that is paid with it");
        var command = new SigningCommand("transfer", Description, Examples) { id, recipient, amount, document };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var part = amount.ReadPart(run.Value(amount), holding.Amount);
            var signed = run.Signer.ProposeTransfer(
                HoldingReference.Of(holding),
                await run.ParticipantAsync(run.Value(recipient)!),
                part,
                await document.ReadAsync(run.Value(document), run.Cancellation));
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                ("to", $"{run.Value(recipient)} ({signed.Intent.Recipient})"),
                ("amount", Show.Amount(part, holding.Amount.CurrencyCode)),
                ("trade document", Show.Hash(signed.Intent.TradeDocument)),
            ]);
            var answer = await run.Client.Receivables.ProposeTransferAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, HoldingView.Of(answer.Holding));
        });
        return command;
    }
}
