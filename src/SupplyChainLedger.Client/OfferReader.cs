using SupplyChainLedger.Contracts.Financing;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client;

/// <summary>
/// Reads what financiers offer. Sealed terms open only with the key that signed the request for financing: the service
/// that passes them on cannot read them, and neither can another financier.
/// </summary>
public static class OfferReader
{
    /// <summary>The terms of an offer; null where they are sealed and not for this key, or were made for another part.
    /// </summary>
    /// <param name="offer">The offer, as the service shows it.</param>
    /// <param name="key">The key that signed the request; null to read open terms only.</param>
    public static OfferTerms? Read(Offer offer, PrivateKey? key)
    {
        ArgumentNullException.ThrowIfNull(offer);
        if (offer.SealedTerms.Length == 0)
        {
            return offer.Advance is { } advance
                ? new OfferTerms((ulong)advance.MinorUnits, offer.DiscountMillionths)
                : null;
        }

        return key is not null
            && ResourceNames.TryParseHolding(offer.Holding, out var part)
            && Hex.TryDecode(offer.SealedTerms, out var box)
            && OfferTerms.TryOpen(key, box, part, out var terms)
                ? terms
                : null;
    }
}
