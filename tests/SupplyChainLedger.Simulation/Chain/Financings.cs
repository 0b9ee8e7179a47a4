using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary><c>Financing.sol</c> and <c>Offers.sol</c>: who asks for money, who offers it, and what is taken.</summary>
internal static class Financings
{
    public static FinancingRequested Request(RequestFinancing intent, Execution at)
    {
        var (receivable, id) = (intent.Receivable, intent.Holding);
        var whole = at.HeldBy(intent.Holder, receivable, id);
        Execution.RequireFree(id, whole);
        var (rest, part) = Execution.Split(id, whole, intent.Amount);
        RequireAdvance(intent.LowestAdvance, 1, intent.Amount);
        at.RequireNotDue(receivable);
        at.RequireFuture(intent.OpenUntil, Math.Min(at.EndOfDueDate(receivable), uint.MaxValue));
        at.RequireTwo(intent.Holder, intent.Amount);

        part = part.InStep(
            HoldingStep.FinancingRequested, default, intent.LowestAdvance, (uint)intent.OpenUntil) with
        {
            RecourseWelcome = intent.Recourse,
            SealedOffers = intent.OfferKey.Length != 0,
        };
        var made = new HoldingId(at.Hash.Value);
        at.State.Set(receivable, id, rest);
        at.State.Set(receivable, made, part);
        return new FinancingRequested(
            receivable, made, intent.Holder, id, rest, part, intent.Recourse, intent.OfferKey);
    }

    public static ExposureLimitSet SetLimit(SetExposureLimit intent, Execution at)
    {
        var (financier, obligor) = (intent.Financier, intent.Obligor);
        Execution.RequireRole(financier, ParticipantRoles.Financier);
        at.State.Set(financier, obligor, at.State.ExposureOf(financier, obligor) with { Limit = intent.Limit });
        return new ExposureLimitSet(financier, obligor, at.Hash, intent.Currency, intent.Limit);
    }

    public static OfferPlaced Offer(PlaceOffer intent, Execution at)
    {
        var (receivable, id, financier) = (intent.Receivable, intent.Holding, intent.Financier);
        Execution.RequireRole(financier, ParticipantRoles.Financier);
        var record = at.Holding(receivable, id);
        RequireRequested(id, record, at);
        var obligor = at.State.Find(receivable)!.Buyer;
        if (financier == record.Holder) throw HoldingErrors.FinancierIsHolder(financier);
        if (financier == obligor) throw HoldingErrors.RecipientIsObligor(financier);
        RequireTerms(intent, record);
        at.RequireFuture(intent.Expiry, record.Deadline);
        at.RequireRoom(financier, obligor, record.Amount);
        at.RequireTwo(financier, record.Amount);

        var offer = new OfferId(at.Hash.Value);
        at.State.Set(id, offer, new StandingOffer(financier, intent.Advance, intent.Expiry, intent.Recourse));
        return new OfferPlaced(
            id, offer, financier, receivable, intent.Advance, intent.Discount, intent.Recourse, intent.Expiry,
            intent.SealedTerms);
    }

    public static OfferAccepted Accept(AcceptOffer intent, Execution at)
    {
        var (receivable, id) = (intent.Receivable, intent.Holding);
        var record = at.HeldBy(intent.Holder, receivable, id);
        RequireRequested(id, record, at);
        var offer = at.State.Find(id, intent.Offer) ?? throw HoldingErrors.OfferNotFound(intent.Offer);
        if (offer.Expiry < at.Time) throw HoldingErrors.OfferExpired(intent.Offer, offer.Expiry);
        at.RequireTwo(intent.Holder, record.Amount);
        var obligor = at.State.Find(receivable)!.Buyer;
        at.RequireRoom(offer.Financier, obligor, record.Amount);

        var exposure = at.State.ExposureOf(offer.Financier, obligor);
        at.State.Set(offer.Financier, obligor, exposure with { Used = exposure.Used + record.Amount });
        at.State.Remove(id, intent.Offer);
        record = record.InStep(
            HoldingStep.OfferAccepted, offer.Financier, offer.Advance,
            at.Until(Execution.Rules.DisbursementHours, receivable));
        if (offer.Recourse) record = record with { Recourse = true };
        at.State.Set(receivable, id, record);
        return new OfferAccepted(receivable, id, intent.Offer, at.Hash, record);
    }

    /// <summary>Money is at least one minor unit, whatever a sealed offer says.</summary>
    public static void RequireAdvance(ulong advance, ulong lowest, ulong highest)
    {
        lowest = Math.Max(lowest, 1);
        if (advance < lowest || advance > highest) throw HoldingErrors.AdvanceOutOfRange(advance, lowest, highest);
    }

    private static void RequireRequested(HoldingId id, HoldingRecord record, Execution at)
    {
        Execution.RequireStep(id, record, HoldingStep.FinancingRequested);
        at.RequireInTime(id, record);
    }

    private static void RequireTerms(PlaceOffer intent, HoldingRecord request)
    {
        var isSealed = intent.SealedTerms.Length != 0;
        if (request.SealedOffers && (!isSealed || intent.Advance != 0 || intent.Discount != 0))
            throw HoldingErrors.OfferFormMismatch(intent.Holding, wantsSealed: true);
        if (!request.SealedOffers && isSealed) throw HoldingErrors.OfferFormMismatch(intent.Holding, wantsSealed: false);
        if (!request.SealedOffers) RequireAdvance(intent.Advance, request.Pending, request.Amount);
        if (intent.Recourse && !request.RecourseWelcome) throw HoldingErrors.RecourseNotWanted(intent.Holding);
    }
}
