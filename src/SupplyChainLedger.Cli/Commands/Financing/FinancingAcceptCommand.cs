using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Running;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client;
using SupplyChainLedger.Client.Signing;

namespace SupplyChainLedger.Cli.Commands.Financing;

/// <summary><c>scl financing accept</c></summary>
internal static class FinancingAcceptCommand
{
    private const string Description = """
        As the holder, accept an offer: the part is locked for that financier, and the other offers lapse.
        """;

    private const string Examples = """
        scl financing accept holdings/0x… offers/0x… --as tier2-steel
        """;

    public static Command Create(CommandRunner runner)
    {
        var id = CommandArguments.Holding();
        var offer = CommandArguments.Offer();
        var command = new SigningCommand("accept", Description, Examples) { id, offer };
        runner.Attach(command, async run =>
        {
            var asked = await run.Client.Financing.GetFinancingAsync(run.Value(id), cancellation: run.Cancellation);
            var name = ResourceNames.Of(run.Value(offer));
            var chosen = asked.Offers.FirstOrDefault(one => one.Name == name)
                ?? throw new UsageException($"There is no offer {name} for it; see 'scl financing offers'.");
            var terms = OfferReader.Read(chosen, run.Key);
            var signed = run.Signer.AcceptOffer(HoldingReference.Of(asked.Part), run.Value(offer));
            run.Show(signed, [
                .. SigningView.FieldsOf(asked.Part),
                ("offer", name),
                ("of", Show.Party(chosen.Financier)),
                ("advance", terms is { } read ? Show.Amount(read.Advance, asked.Part.Amount.CurrencyCode) : "sealed"),
                ("discount", terms is { } priced ? $"{Show.Discount(priced.Discount)} a year" : "sealed"),
                ("recourse", chosen.Recourse ? "yes: you answer for the obligor" : "no"),
            ]);
            if (terms is null)
                run.Terminal.Warn("This key does not open the offer's terms: you accept what you cannot read.");
            var answer = await run.Client.Financing.AcceptOfferAsync(signed, run.Wait, run.Cancellation);
            return run.End(answer, answer.Intent, FinancingView.Of(answer.Financing));
        });
        return command;
    }
}
