using Spectre.Console.Rendering;
using SupplyChainLedger.Client;
using SupplyChainLedger.Contracts.Financing;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Offers for people; sealed terms only for whom they are meant.</summary>
/// <param name="currencyCode">Currency of the part, which sealed terms do not say.</param>
/// <param name="key">The key that signed the request; null for everybody else.</param>
internal sealed class OfferView(string currencyCode, PrivateKey? key)
{
    public static IRenderable? Of(Offer? offer) => offer is null
        ? null
        : Fields.Of(
            ("Offer", offer.Name),
            ("Part", offer.Holding),
            ("Financier", Show.Party(offer.Financier)),
            ("Advance", offer.Advance is null ? "sealed" : Show.Amount(offer.Advance)),
            ("Discount", offer.Advance is null ? "sealed" : Show.Discount(offer.DiscountMillionths)),
            ("Recourse", Show.YesNo(offer.Recourse)),
            ("Expires", Show.Time(offer.Expiry)),
            ("State", Show.Word(offer.State)),
            ("Recorded", Show.Place(offer.Placement)));

    public IRenderable Table(IEnumerable<Offer> offers)
    {
        var rows = new AlignedTable("FINANCIER", ">ADVANCE", ">DISCOUNT", "RECOURSE", "EXPIRES", "STATE");
        foreach (var offer in offers)
        {
            var (advance, discount) = Terms(offer);
            rows.AddWith(
                offer.Name,
                Show.Party(offer.Financier),
                advance,
                discount,
                Show.YesNo(offer.Recourse),
                Show.Time(offer.Expiry),
                Show.Word(offer.State));
        }

        return rows.Content;
    }

    private (string Advance, string Discount) Terms(Offer offer) => OfferReader.Read(offer, key) is OfferTerms terms
        ? (Show.Amount(terms.Advance, currencyCode), Show.Discount(terms.Discount))
        : ("sealed", "sealed");
}
