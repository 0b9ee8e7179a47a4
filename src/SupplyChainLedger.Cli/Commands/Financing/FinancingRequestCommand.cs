using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing request</c></summary>
internal static class FinancingRequestCommand
{
    private const string Description = """
        As the holder, offer a part to financiers. Their terms come sealed, so that you alone read them, unless you
        ask for open offers.
        """;

    private const string Examples = """
        scl financing request 0x… --as tier2-steel --lowest 96000.00 --amount 100000.00
        scl financing request 0x… --as tier2-steel --lowest 96000.00 --open-until 48h --recourse --open-offers
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var amount = new AmountOption("--amount", "How much is for sale. [default: all of the holding]");
        var lowest = new AmountOption("--lowest", "The least money that you want for it.") { Required = true };
        var openUntil = new MomentOption("--open-until", "Until when you may accept; [default: 72h]");
        var recourse = new Option<bool>("--recourse") { Description = "Offers with recourse to you are welcome too." };
        var openOffers = new Option<bool>("--open-offers") { Description = "Everybody may read what is offered." };
        var command = new SigningCommand("request", Description, Examples)
        {
            id, amount, lowest, openUntil, recourse, openOffers,
        };
        runner.Attach(command, async run =>
        {
            var holding = await run.HoldingAsync(run.Value(id));
            var currencyCode = holding.Amount.CurrencyCode;
            var terms = new FinancingTerms(
                amount.ReadPart(run.Value(amount), holding.Amount),
                lowest.Read(run.Value(lowest)!, currencyCode),
                openUntil.Read(run.Value(openUntil) ?? "72h", run.Time.GetUtcNow()),
                run.Value(recourse),
                SealedOffers: !run.Value(openOffers));
            var signed = run.Signer.RequestFinancing(HoldingReference.Of(holding), terms);
            run.Show(signed, [
                .. SigningView.FieldsOf(holding),
                ("for sale", Show.Amount(terms.MinorUnits, currencyCode)),
                ("at least", Show.Amount(terms.LowestAdvance, currencyCode)),
                ("open until", Show.Time(terms.OpenUntil)),
                ("recourse", terms.Recourse ? "welcome too" : "not wanted"),
                ("offers", terms.SealedOffers ? "sealed, for this key alone" : "open"),
            ]);
            var answer = await run.Client.Financing.RequestFinancingAsync(signed, run.Wait, run.Cancellation);
            foreach (var warning in answer.Warnings) run.Terminal.Warn($"{warning.Message} ({warning.Reason})");
            return run.End(answer, answer.Intent, FinancingView.Of(answer.Financing));
        });
        return command;
    }
}
