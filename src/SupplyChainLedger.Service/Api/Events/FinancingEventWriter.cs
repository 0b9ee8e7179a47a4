using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Api.Resources;

namespace SupplyChainLedger.Service.Api.Events;

/// <summary>Shows the events of financing as the API has them.</summary>
/// <param name="nameOf">Resource name of a participant.</param>
internal sealed class FinancingEventWriter(Func<ParticipantId, string> nameOf)
{
    public V1.FinancingRequested Write(FinancingRequested e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Holder = nameOf(e.Holder),
        Intent = ResourceNames.Of(new IntentHash(e.Holding.Value)),
        Parent = ResourceNames.Of(e.Parent),
        ParentRecord = Record(e.ParentRecord),
        Record = Record(e.Record),
        Recourse = e.Recourse,
        OfferKey = e.OfferKey.OrEmpty(),
    };

    public V1.OfferPlaced Write(OfferPlaced e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Offer = ResourceNames.Of(e.Offer),
        Financier = nameOf(e.Financier),
        Intent = ResourceNames.Of(new IntentHash(e.Offer.Value)),
        AdvanceMinorUnits = checked((long)e.Advance),
        DiscountMillionths = e.Discount,
        Recourse = e.Recourse,
        Expiry = ChainWriter.Time(e.Expiry),
        SealedTerms = e.SealedTerms.OrEmpty(),
    };

    public V1.OfferWithdrawn Write(OfferWithdrawn e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Offer = ResourceNames.Of(e.Offer),
        Financier = nameOf(e.Financier),
        Intent = ResourceNames.Of(e.Intent),
    };

    public V1.OfferAccepted Write(OfferAccepted e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Offer = ResourceNames.Of(e.Offer),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
    };

    public V1.DisbursementDeclared Write(DisbursementDeclared e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Financier = nameOf(e.Financier),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
        ValueDate = e.ValueDate.ToApi(),
        BankReference = e.BankReference,
        Evidence = e.Evidence.OrEmpty(),
        RegistryReference = e.RegistryReference,
        Justification = e.Justification.OrEmpty(),
    };

    public V1.DisbursementAnswered Write(DisbursementAnswered e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Holder = nameOf(e.Holder),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
        Received = e.Received,
        Reason = e.Reason,
        Evidence = e.Evidence.OrEmpty(),
    };

    public V1.ExposureLimitSet Write(ExposureLimitSet e) => new()
    {
        Financier = nameOf(e.Financier),
        Obligor = nameOf(e.Obligor),
        Intent = ResourceNames.Of(e.Intent),
        Limit = MoneyWriter.Write(e.Currency, e.Limit),
    };

    private V1.HoldingRecord Record(HoldingRecord record) => HoldingWriter.Write(record, nameOf);
}
