using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.V1;
using Money = SupplyChainLedger.Contracts.Monetary.Money;

namespace SupplyChainLedger.Cli.Commands;

/// <summary><c>scl invoice confirm</c></summary>
internal static class InvoiceConfirmCommand
{
    private const string Description = """
        As the buyer, promise to pay an invoice on its due date, in whole or in part.
        """;

    private const string Examples = """
        scl invoice confirm 0x… --as core-motors
        scl invoice confirm 0x… --as core-motors --amount 100.00
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Invoice();
        var actAs = CommandArguments.ActAs();
        var amount = new Option<string?>("--amount")
        {
            Description = "How much of it, in the invoice's currency, such as 100.00. [default: the whole amount]",
            HelpName = "AMOUNT",
        };
        var wait = CommandArguments.Wait();
        var timeout = CommandArguments.Timeout();
        var command = new ExampleCommand("confirm", Description, Examples) { id, actAs, amount, wait, timeout };
        runner.Attach(command, run =>
        {
            run.WaitAtMost(run.Value(timeout));
            return RunAsync(run, run.Value(id), run.Value(actAs)!, run.Value(amount), run.Value(wait).OrIncluded());
        });
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        CommandRun run, InvoiceId id, string buyer, string? amount, WaitFor wait)
    {
        using var key = await run.Keys.OpenAsync(buyer, run.Cancellation);
        var signer = await run.Client.ActAsAsync(buyer, key, run.Cancellation);
        var invoice = (await run.Client.Invoices.GetAsync(id, cancellation: run.Cancellation)).Invoice;
        var promised = amount is null ? invoice.Amount.MinorUnits : ReadAmount(amount, invoice.Amount.CurrencyCode);

        var confirmation = signer.Confirm(id, (ulong)promised);
        var confirmed = new V1.Money { CurrencyCode = invoice.Amount.CurrencyCode, MinorUnits = promised };
        run.Terminal.ShowAnswer(confirmation, buyer, invoice, ("confirmed", Show.Amount(confirmed)));
        var answer = await run.Client.Invoices.ConfirmAsync(confirmation, wait, run.Cancellation);
        run.Terminal.Result(answer, OutcomeView.Of(answer.Intent, answer.Invoice));
        return ExitCode.Done;
    }

    private static long ReadAmount(string text, string currencyCode)
    {
        var currency = Currency.Find(currencyCode)
            ?? throw new UsageException($"The invoice's currency {currencyCode} is not known here.");
        if (!Money.TryParse(text, currency, out var money, out var problem))
        {
            throw new UsageException(problem switch
            {
                AmountProblem.TooManyDecimals => $"--amount {text} has more decimals than {currency}, which has "
                    + $"{currency.Decimals}.",
                AmountProblem.TooLarge => $"--amount {text} is larger than any amount that the ledger holds.",
                _ => $"--amount {text} is not a plain number such as 100.00, without separators or currency.",
            });
        }

        return money.MinorUnits > 0
            ? money.MinorUnits
            : throw new UsageException($"--amount {text} is not positive. To turn the invoice down, use "
                + "'scl invoice reject'.");
    }
}
