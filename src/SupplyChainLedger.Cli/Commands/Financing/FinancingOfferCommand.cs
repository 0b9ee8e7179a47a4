using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Contracts.Financing;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing offer</c></summary>
internal static class FinancingOfferCommand
{
    private const string Description = """
        As a financier, offer money for a part, within your limit for its obligor. Where the request wants it so, the
        terms are sealed here: nobody but the holder reads them, not even the service.
        """;

    private const string Examples = """
        scl financing offer 0x… --as bank-east --advance 97500.00 --discount 4.85
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var advance = new AmountOption("--advance", "What you pay out, at once.") { Required = true };
        var discount = new DiscountOption();
        var recourse = new Option<bool>("--recourse")
        {
            Description = "The holder answers for it if the obligor does not pay.",
        };
        var expiry = new MomentOption("--expiry", "Until when it can be accepted; [default: as long as the request]");
        var command = new SigningCommand("offer", Description, Examples) { id, advance, discount, recourse, expiry };
        runner.Attach(command, async run =>
        {
            var asked = await run.Client.Financing.GetFinancingAsync(run.Value(id), cancellation: run.Cancellation);
            var currencyCode = asked.Financing.Amount.CurrencyCode;
            var terms = new OfferTerms(advance.Read(run.Value(advance)!, currencyCode), run.Value(discount));
            var until = run.Value(expiry) is { } text
                ? expiry.Read(text, run.Time.GetUtcNow())
                : asked.Financing.OpenUntil.ToDateTimeOffset();
            byte[] key = asked.Financing.OfferKey.Length == 0 ? [] : Hex.Decode(asked.Financing.OfferKey);
            var signed = run.Signer.PlaceOffer(HoldingReference.Of(asked.Part), terms, run.Value(recourse), until, key);
            run.Show(signed, [
                .. SigningView.FieldsOf(asked.Part),
                ("wanted", $"{Show.Amount(asked.Financing.LowestAdvance)} at least"),
                ("advance", Show.Amount(terms.Advance, currencyCode)),
                ("discount", $"{Show.Discount(terms.Discount)} a year"),
                ("recourse", Show.YesNo(run.Value(recourse))),
                ("until", Show.Time(until)),
                ("terms", key.Length == 0 ? "open" : $"sealed for {Show.Party(asked.Financing.Holder)}"),
            ]);
            var answer = await run.Client.Financing.PlaceOfferAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, OfferView.Of(answer.Offer));
        });
        return command;
    }
}
