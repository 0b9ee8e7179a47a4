using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Api.Resources;

namespace SupplyChainLedger.Service.Api.Actions;

/// <summary>Reads and shows what is signed about financing.</summary>
internal static class FinancingActions
{
    private const int OfferKeyBytes = 33;
    private const int MaxSealedBytes = 256;

    public static RequestFinancing Read(ActionFields f, V1.RequestFinancing from)
    {
        var intent = new RequestFinancing(
            f.Participant("holder", from.Holder),
            f.Receivable(from.Receivable),
            f.Holding(from.Holding),
            f.Amount("minor_units", from.MinorUnits),
            f.Amount("lowest_advance_minor_units", from.LowestAdvanceMinorUnits),
            f.Moment("open_until", from.OpenUntil),
            from.Recourse,
            OfferKey(f, from.OfferKey),
            f.Nonce(from.Nonce),
            f.Deadline(from.Deadline));
        if (intent.LowestAdvance > intent.Amount && !f.IsRefused("minor_units"))
            f.Refuse("lowest_advance_minor_units", $"cannot be above the {intent.Amount} minor units for sale");
        return intent;
    }

    public static V1.RequestFinancing Write(RequestFinancing i) => new()
    {
        Holder = i.Holder.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        MinorUnits = checked((long)i.Amount),
        LowestAdvanceMinorUnits = checked((long)i.LowestAdvance),
        OpenUntil = i.OpenUntil,
        Recourse = i.Recourse,
        OfferKey = i.OfferKey.OrEmpty(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static PlaceOffer Read(ActionFields f, V1.PlaceOffer from)
    {
        var intent = new PlaceOffer(
            f.Participant("financier", from.Financier),
            f.Receivable(from.Receivable),
            f.Holding(from.Holding),
            f.AmountOrNone("advance_minor_units", from.AdvanceMinorUnits),
            from.DiscountMillionths,
            from.Recourse,
            f.Moment("expiry", from.Expiry),
            f.OptionalBytes("sealed_terms", from.SealedTerms, MaxSealedBytes),
            f.Nonce(from.Nonce),
            f.Deadline(from.Deadline));
        CheckTerms(f, intent);
        return intent;
    }

    public static V1.PlaceOffer Write(PlaceOffer i) => new()
    {
        Financier = i.Financier.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        AdvanceMinorUnits = checked((long)i.Advance),
        DiscountMillionths = i.Discount,
        Recourse = i.Recourse,
        Expiry = i.Expiry,
        SealedTerms = i.SealedTerms.OrEmpty(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static WithdrawOffer Read(ActionFields f, V1.WithdrawOffer from) => new(
        f.Participant("financier", from.Financier),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        f.Offer(from.Offer),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.WithdrawOffer Write(WithdrawOffer i) => new()
    {
        Financier = i.Financier.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        Offer = i.Offer.ToString(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static AcceptOffer Read(ActionFields f, V1.AcceptOffer from) => new(
        f.Participant("holder", from.Holder),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        f.Offer(from.Offer),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.AcceptOffer Write(AcceptOffer i) => new()
    {
        Holder = i.Holder.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        Offer = i.Offer.ToString(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static DeclareDisbursement Read(ActionFields f, V1.DeclareDisbursement from) => new(
        f.Participant("financier", from.Financier),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        f.Amount("minor_units", from.MinorUnits),
        f.Day("value_date", from.ValueDate),
        f.Reference("bank_reference", from.BankReference),
        f.OptionalHash("evidence", from.Evidence),
        f.OptionalReference("registry_reference", from.RegistryReference),
        f.OptionalHash("justification", from.Justification),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.DeclareDisbursement Write(DeclareDisbursement i) => new()
    {
        Financier = i.Financier.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        MinorUnits = checked((long)i.Amount),
        ValueDate = i.ValueDate.ToApi(),
        BankReference = i.BankReference,
        Evidence = i.Evidence.OrEmpty(),
        RegistryReference = i.RegistryReference,
        Justification = i.Justification.OrEmpty(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static AnswerDisbursement Read(ActionFields f, V1.AnswerDisbursement from) => new(
        f.Participant("holder", from.Holder),
        f.Receivable(from.Receivable),
        f.Holding(from.Holding),
        f.Amount("minor_units", from.MinorUnits),
        from.Received,
        f.ReasonUnless(from.Received, from.Reason),
        f.OptionalHash("evidence", from.Evidence),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.AnswerDisbursement Write(AnswerDisbursement i) => new()
    {
        Holder = i.Holder.Value,
        Receivable = i.Receivable.ToString(),
        Holding = i.Holding.ToString(),
        MinorUnits = checked((long)i.Amount),
        Received = i.Received,
        Reason = i.Reason,
        Evidence = i.Evidence.OrEmpty(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    public static SetExposureLimit Read(ActionFields f, V1.SetExposureLimit from) => new(
        f.Participant("financier", from.Financier),
        f.Participant("obligor", from.Obligor),
        f.Currency("currency_code", from.CurrencyCode),
        f.AmountOrNone("limit_minor_units", from.LimitMinorUnits),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.SetExposureLimit Write(SetExposureLimit i) => new()
    {
        Financier = i.Financier.Value,
        Obligor = i.Obligor.Value,
        CurrencyCode = i.Currency,
        LimitMinorUnits = checked((long)i.Limit),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };

    private static byte[] OfferKey(ActionFields f, string value)
    {
        var key = f.OptionalBytes("offer_key", value, OfferKeyBytes);
        if (value.Length > 0 && !f.IsRefused("offer_key") && key is not ([2 or 3, ..] and { Length: OfferKeyBytes }))
            f.Refuse("offer_key", "a compressed key of 33 bytes that begins with 02 or 03 is required");
        return key;
    }

    private static void CheckTerms(ActionFields f, PlaceOffer offer)
    {
        if (offer.SealedTerms.Length == 0)
        {
            if (offer.Advance == 0 && !f.IsRefused("advance_minor_units"))
                f.Refuse("advance_minor_units", "at least 1 minor unit is required where the terms are open");
            return;
        }

        if (offer.Advance != 0) f.Refuse("advance_minor_units", "must be 0 where the terms are sealed");
        if (offer.Discount != 0) f.Refuse("discount_millionths", "must be 0 where the terms are sealed");
    }
}
