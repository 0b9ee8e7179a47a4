using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Queries.Settlement;

namespace SupplyChainLedger.Service.Api.Intents;

/// <summary>Finds what an executed intent has made or changed.</summary>
internal static class Recorded
{
    public static V1.Invoice? Invoice(IndexSnapshot snapshot, LedgerIntent intent, IntentHash hash) =>
        intent.InvoiceConcerned is { } id && snapshot.Invoices.Find(id) is { } row
            ? InvoiceWriter.Write(snapshot, row)
            : null;

    public static V1.Receivable? Receivable(IndexSnapshot snapshot, LedgerIntent intent, IntentHash hash) =>
        intent.InvoiceConcerned is { } id && snapshot.Receivables.Find(id) is { } record
            ? ReceivableWriter.Write(snapshot, record)
            : null;

    /// <summary>The holding that the intent names.</summary>
    public static V1.Holding? Holding(IndexSnapshot snapshot, LedgerIntent intent, IntentHash hash) =>
        intent.HoldingConcerned is { } id ? Holding(snapshot, id) : null;

    /// <summary>The part that the intent took out of another holding.</summary>
    public static V1.Holding? Part(IndexSnapshot snapshot, LedgerIntent intent, IntentHash hash) =>
        Holding(snapshot, new HoldingId(hash.Value));

    /// <summary>The request that the intent is about.</summary>
    public static V1.Financing? Financing(IndexSnapshot snapshot, LedgerIntent intent, IntentHash hash) =>
        intent.HoldingConcerned is { } id ? Financing(snapshot, id) : null;

    /// <summary>The request that the intent made.</summary>
    public static V1.Financing? RequestedFinancing(IndexSnapshot snapshot, RequestFinancing intent, IntentHash hash) =>
        Financing(snapshot, new HoldingId(hash.Value));

    public static V1.Offer? PlacedOffer(IndexSnapshot snapshot, PlaceOffer intent, IntentHash hash) =>
        Offer(snapshot, new OfferId(hash.Value));

    public static V1.Offer? WithdrawnOffer(IndexSnapshot snapshot, WithdrawOffer intent, IntentHash hash) =>
        Offer(snapshot, intent.Offer);

    public static V1.Exposure? Exposure(IndexSnapshot snapshot, SetExposureLimit intent, IntentHash hash) =>
        snapshot.Exposures.Find(intent.Financier, intent.Obligor, intent.Currency) is { } exposure
            ? ExposureWriter.Write(snapshot, exposure)
            : null;

    public static V1.Account? Account(IndexSnapshot snapshot, SetAccount intent, IntentHash hash) =>
        snapshot.Settlement.AccountOf(intent.Participant, intent.Currency) is { } account
            ? DueWriter.Write(snapshot, intent.Participant, intent.Currency, account)
            : null;

    /// <summary>The newest stop of the obligor.</summary>
    public static V1.Stop? Stop(IndexSnapshot snapshot, LiftStop intent, IntentHash hash) =>
        snapshot.Settlement.ListStops(new StopFilter(intent.Obligor), PageRequest.Newest).Items is [var stop]
            ? StopWriter.Write(snapshot, stop)
            : null;

    /// <summary>The version that the intent proposed.</summary>
    public static V1.Rules? Rules(IndexSnapshot snapshot, ProposeRules intent, IntentHash hash) =>
        snapshot.Rules.List(PageRequest.Newest).Items is [var version] && version.Intent == hash
            ? RulesWriter.Write(snapshot, version)
            : null;

    public static V1.Participant? Participant(IndexSnapshot snapshot, SetThreshold intent, IntentHash hash) =>
        snapshot.Participants.Find(intent.Participant) is { } row ? ParticipantWriter.Write(snapshot, row) : null;

    private static V1.Holding? Holding(IndexSnapshot snapshot, HoldingId id) =>
        snapshot.Holdings.Find(id) is { } holding ? HoldingWriter.Write(snapshot, holding) : null;

    private static V1.Financing? Financing(IndexSnapshot snapshot, HoldingId id) =>
        snapshot.Financing.Find(id) is { } record ? FinancingWriter.Write(snapshot, record) : null;

    private static V1.Offer? Offer(IndexSnapshot snapshot, OfferId id) =>
        snapshot.Financing.FindOffer(id) is { } record ? OfferWriter.Write(snapshot, record) : null;
}
