using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Signing.Messages;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Verification;

/// <summary>Checks requests and offers against what was signed: their terms never change.</summary>
internal static class FinancingCheck
{
    /// <summary>The record has every term of the request.</summary>
    public static void Request(SignedIntent<Intents.RequestFinancing> signed, Financing record)
    {
        var asked = signed.Intent.ToApi();
        Change(signed.Intent.Receivable, new HoldingId(signed.Digest.Value), record);
        RecordCheck.Same("its amount", asked.MinorUnits, record.Amount.MinorUnits);
        RecordCheck.Same("its lowest advance", asked.LowestAdvanceMinorUnits, record.LowestAdvance.MinorUnits);
        RecordCheck.Same("its recourse", asked.Recourse, record.Recourse);
        RecordCheck.Same("its offer key", asked.OfferKey, record.OfferKey);
    }

    /// <summary>The record has every term of the offer.</summary>
    public static void Offer(SignedIntent<Intents.PlaceOffer> signed, Offer record)
    {
        var offered = signed.Intent.ToApi();
        RecordCheck.Same("the offer's name", ResourceNames.Of(new OfferId(signed.Digest.Value)), record.Name);
        RecordCheck.Same("its holding", ResourceNames.Of(signed.Intent.Holding), record.Holding);
        RecordCheck.Same("its advance", offered.AdvanceMinorUnits, record.Advance?.MinorUnits ?? 0);
        RecordCheck.Same("its discount", offered.DiscountMillionths, record.DiscountMillionths);
        RecordCheck.Same("its recourse", offered.Recourse, record.Recourse);
        RecordCheck.Same("its sealed terms", offered.SealedTerms, record.SealedTerms);
    }

    /// <summary>The record is of the request that an intent was about.</summary>
    public static void Change(InvoiceId receivable, HoldingId part, Financing? record)
    {
        if (record is null) return;
        RecordCheck.Same("the request's holding", ResourceNames.Of(part), record.Holding);
        RecordCheck.Same("its receivable", ResourceNames.OfReceivable(receivable), record.Receivable);
    }
}
