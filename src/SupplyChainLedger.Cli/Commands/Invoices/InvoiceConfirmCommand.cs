using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Commands.Invoices;

/// <summary><c>scl invoice confirm</c></summary>
internal static class InvoiceConfirmCommand
{
    private const string Description = """
        As the buyer, promise to pay an invoice on its due date, in whole or in part.
        """;

    private const string Examples = """
        scl invoice confirm 0x… --as core-motors
        scl invoice confirm 0x… --as core-motors --amount 100.00
        scl invoice confirm 0x… --as core-motors --irrevocable --waive-defences
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Invoice();
        var amount = new AmountOption(
            "--amount", "How much of it, in the invoice's currency, such as 100.00. [default: the whole amount]");
        var irrevocable = new Option<bool>("--irrevocable")
        {
            Description = "Promise not to ask for the promise back.",
        };
        var waived = new Option<bool>("--waive-defences")
        {
            Description = "Promise to pay every holder whatever the supplier did: no disputes.",
        };
        var command = new SigningCommand("confirm", Description, Examples) { id, amount, irrevocable, waived };
        runner.Attach(command, async run =>
        {
            var invoice = (await run.Client.Invoices.GetAsync(run.Value(id), cancellation: run.Cancellation)).Invoice;
            var currencyCode = invoice.Amount.CurrencyCode;
            var promised = run.Value(amount) is { } text
                ? amount.Read(text, currencyCode)
                : (ulong)invoice.Amount.MinorUnits;

            var confirmation = run.Signer.Confirm(
                run.Value(id), promised, run.Value(irrevocable), run.Value(waived));
            var confirmed = new Money { CurrencyCode = currencyCode, MinorUnits = (long)promised };
            run.Show(confirmation, [
                .. SigningView.FieldsOf(invoice),
                ("confirmed", Show.Amount(confirmed)),
                ("irrevocable", Show.YesNo(confirmation.Intent.Irrevocable)),
                ("defences waived", Show.YesNo(confirmation.Intent.DefencesWaived)),
            ]);
            var answer = await run.Client.Invoices.ConfirmAsync(confirmation, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, answer.Invoice is { } record ? InvoiceView.Of(record) : null);
        });
        return command;
    }
}
