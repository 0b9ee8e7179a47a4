using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Testing;

/// <content>Financing.</content>
internal static partial class Actions
{
    public static Intents.RequestFinancing Read(RequestFinancing action) => new(
        new ParticipantId(action.Holder),
        Invoice(action.Receivable),
        Holding(action.Holding),
        (ulong)action.MinorUnits,
        (ulong)action.LowestAdvanceMinorUnits,
        action.OpenUntil,
        action.Recourse,
        Bytes(action.OfferKey),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.PlaceOffer Read(PlaceOffer action) => new(
        new ParticipantId(action.Financier),
        Invoice(action.Receivable),
        Holding(action.Holding),
        (ulong)action.AdvanceMinorUnits,
        action.DiscountMillionths,
        action.Recourse,
        action.Expiry,
        Bytes(action.SealedTerms),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.WithdrawOffer Read(WithdrawOffer action) => new(
        new ParticipantId(action.Financier),
        Invoice(action.Receivable),
        Holding(action.Holding),
        new OfferId(Hash32.Parse(action.Offer)),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.AcceptOffer Read(AcceptOffer action) => new(
        new ParticipantId(action.Holder),
        Invoice(action.Receivable),
        Holding(action.Holding),
        new OfferId(Hash32.Parse(action.Offer)),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.DeclareDisbursement Read(DeclareDisbursement action) => new(
        new ParticipantId(action.Financier),
        Invoice(action.Receivable),
        Holding(action.Holding),
        (ulong)action.MinorUnits,
        Day(action.ValueDate),
        action.BankReference,
        Optional(action.Evidence),
        action.RegistryReference,
        Optional(action.Justification),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.AnswerDisbursement Read(AnswerDisbursement action) => new(
        new ParticipantId(action.Holder),
        Invoice(action.Receivable),
        Holding(action.Holding),
        (ulong)action.MinorUnits,
        action.Received,
        action.Reason,
        Optional(action.Evidence),
        ReadNonce(action.Nonce),
        action.Deadline);

    public static Intents.SetExposureLimit Read(SetExposureLimit action) => new(
        new ParticipantId(action.Financier),
        new ParticipantId(action.Obligor),
        action.CurrencyCode,
        (ulong)action.LimitMinorUnits,
        ReadNonce(action.Nonce),
        action.Deadline);
}
