using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Financing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Client.Signing;

/// <content>Financing.</content>
public sealed partial class ParticipantSigner
{
    /// <summary>Signs a holder's request. Sealed offers are for the first of the keys that sign here.</summary>
    /// <param name="holding">What the part is taken out of.</param>
    /// <param name="terms">What is asked for.</param>
    public SignedIntent<RequestFinancing> RequestFinancing(HoldingReference holding, FinancingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Sign(new RequestFinancing(
            Participant,
            holding.Receivable,
            holding.Holding,
            terms.MinorUnits,
            terms.LowestAdvance,
            (ulong)terms.OpenUntil.ToUnixTimeSeconds(),
            terms.Recourse,
            terms.SealedOffers ? _key.SealingKey : [],
            TakeNonce(),
            Deadline()));
    }

    /// <summary>Signs a financier's offer, sealed where the request wants it so.</summary>
    /// <param name="part">What is on offer.</param>
    /// <param name="terms">What is paid for it.</param>
    /// <param name="recourse">Whether the holder is to answer for the obligor.</param>
    /// <param name="expiry">Until when it can be accepted.</param>
    /// <param name="offerKey">The request's key; empty where offers are open.</param>
    public SignedIntent<PlaceOffer> PlaceOffer(
        HoldingReference part, OfferTerms terms, bool recourse, DateTimeOffset expiry, byte[] offerKey)
    {
        ArgumentNullException.ThrowIfNull(offerKey);
        var isSealed = offerKey.Length > 0;
        return Sign(new PlaceOffer(
            Participant,
            part.Receivable,
            part.Holding,
            isSealed ? 0 : terms.Advance,
            isSealed ? 0 : terms.Discount,
            recourse,
            (ulong)expiry.ToUnixTimeSeconds(),
            isSealed ? terms.Seal(offerKey, part.Holding) : [],
            TakeNonce(),
            Deadline()));
    }

    /// <summary>Signs that a financier takes its offer back.</summary>
    public SignedIntent<WithdrawOffer> WithdrawOffer(HoldingReference part, OfferId offer) => Sign(
        new WithdrawOffer(Participant, part.Receivable, part.Holding, offer, TakeNonce(), Deadline()));

    /// <summary>Signs that the holder accepts an offer; the others lapse.</summary>
    public SignedIntent<AcceptOffer> AcceptOffer(HoldingReference part, OfferId offer) => Sign(
        new AcceptOffer(Participant, part.Receivable, part.Holding, offer, TakeNonce(), Deadline()));

    /// <summary>Signs that the financier has paid the holder.</summary>
    /// <param name="part">What was paid for.</param>
    /// <param name="payment">What the bank did.</param>
    /// <param name="registryReference">Number of the assignment's registration; empty where the rules allow it.</param>
    /// <param name="justification">SHA-256 of the reason for a tenor above the standard; zero below it.</param>
    public SignedIntent<DeclareDisbursement> DeclareDisbursement(
        HoldingReference part, BankPayment payment, string registryReference = "", Hash32 justification = default)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return Sign(new DeclareDisbursement(
            Participant,
            part.Receivable,
            part.Holding,
            payment.MinorUnits,
            EpochDay.FromDate(payment.ValueDate),
            payment.Reference,
            payment.Evidence,
            registryReference,
            justification,
            TakeNonce(),
            Deadline()));
    }

    /// <summary>Signs that the holder has the financier's money.</summary>
    /// <param name="part">What was paid for.</param>
    /// <param name="minorUnits">The declared amount.</param>
    public SignedIntent<AnswerDisbursement> AcknowledgeDisbursement(HoldingReference part, ulong minorUnits) =>
        AnswerDisbursement(part, minorUnits, true, "", default);

    /// <summary>Signs that the holder has not got the financier's money.</summary>
    /// <param name="part">What was paid for.</param>
    /// <param name="minorUnits">The declared amount.</param>
    /// <param name="reason">Why it says so, 1 to 200 bytes of UTF-8; public on the chain.</param>
    /// <param name="evidence">SHA-256 of what shows it; zero where nothing does.</param>
    public SignedIntent<AnswerDisbursement> ContestDisbursement(
        HoldingReference part, ulong minorUnits, string reason, Hash32 evidence = default) =>
        AnswerDisbursement(part, minorUnits, false, reason, evidence);

    /// <summary>Signs how much of an obligor a financier wants to hold.</summary>
    /// <param name="obligor">Who owes it.</param>
    /// <param name="limit">At most; nothing ends its offers.</param>
    public SignedIntent<SetExposureLimit> SetExposureLimit(ParticipantId obligor, Money limit) => Sign(
        new SetExposureLimit(
            Participant, obligor, limit.Currency.Code, (ulong)limit.MinorUnits, TakeNonce(), Deadline()));

    private SignedIntent<AnswerDisbursement> AnswerDisbursement(
        HoldingReference part, ulong minorUnits, bool received, string reason, Hash32 evidence) => Sign(
        new AnswerDisbursement(
            Participant,
            part.Receivable,
            part.Holding,
            minorUnits,
            received,
            reason,
            evidence,
            TakeNonce(),
            Deadline()));
}
