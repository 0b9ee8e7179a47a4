using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Signing.Messages;

/// <summary>Signed actions on financing as the API takes them.</summary>
internal static class FinancingMessages
{
    public static V1.RequestFinancing ToApi(this Intents.RequestFinancing intent) => new()
    {
        Holder = intent.Holder.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        MinorUnits = intent.Amount.ToApi(),
        LowestAdvanceMinorUnits = intent.LowestAdvance.ToApi(),
        OpenUntil = intent.OpenUntil,
        Recourse = intent.Recourse,
        OfferKey = intent.OfferKey.ToApi(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.PlaceOffer ToApi(this Intents.PlaceOffer intent) => new()
    {
        Financier = intent.Financier.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        AdvanceMinorUnits = intent.Advance.ToApi(),
        DiscountMillionths = intent.Discount,
        Recourse = intent.Recourse,
        Expiry = intent.Expiry,
        SealedTerms = intent.SealedTerms.ToApi(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.WithdrawOffer ToApi(this Intents.WithdrawOffer intent) => new()
    {
        Financier = intent.Financier.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        Offer = intent.Offer.ToString(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.AcceptOffer ToApi(this Intents.AcceptOffer intent) => new()
    {
        Holder = intent.Holder.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        Offer = intent.Offer.ToString(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.DeclareDisbursement ToApi(this Intents.DeclareDisbursement intent) => new()
    {
        Financier = intent.Financier.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        MinorUnits = intent.Amount.ToApi(),
        ValueDate = intent.ValueDate.ToApi(),
        BankReference = intent.BankReference,
        Evidence = intent.Evidence.ToApi(),
        RegistryReference = intent.RegistryReference,
        Justification = intent.Justification.ToApi(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.AnswerDisbursement ToApi(this Intents.AnswerDisbursement intent) => new()
    {
        Holder = intent.Holder.Value,
        Receivable = intent.Receivable.ToString(),
        Holding = intent.Holding.ToString(),
        MinorUnits = intent.Amount.ToApi(),
        Received = intent.Received,
        Reason = intent.Reason,
        Evidence = intent.Evidence.ToApi(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };

    public static V1.SetExposureLimit ToApi(this Intents.SetExposureLimit intent) => new()
    {
        Financier = intent.Financier.Value,
        Obligor = intent.Obligor.Value,
        CurrencyCode = intent.Currency,
        LimitMinorUnits = intent.Limit.ToApi(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };
}
