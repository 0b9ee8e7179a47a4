using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Api.Resources;

namespace SupplyChainLedger.Service.Api.Events;

/// <summary>Shows the events of credit notes, disputes and cancellation as the API has them.</summary>
/// <param name="nameOf">Resource name of a participant.</param>
internal sealed class CorrectionEventWriter(Func<ParticipantId, string> nameOf)
{
    public V1.CreditNoteIssued Write(CreditNoteIssued e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Supplier = nameOf(e.Supplier),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
        Number = e.Number,
        MinorUnits = checked((long)e.Amount),
        DocumentHash = e.DocumentHash.ToString(),
    };

    public V1.CreditNoteAnswered Write(CreditNoteAnswered e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Holder = nameOf(e.Holder),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
        MinorUnits = checked((long)e.Amount),
        Accepted = e.Accepted,
        Reason = e.Reason,
    };

    public V1.DisputeOpened Write(DisputeOpened e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Buyer = nameOf(e.Buyer),
        Intent = ResourceNames.Of(new IntentHash(e.Holding.Value)),
        Parent = ResourceNames.Of(e.Parent),
        ParentRecord = Record(e.ParentRecord),
        Record = Record(e.Record),
        Reason = e.Reason,
        Evidence = e.Evidence.OrEmpty(),
    };

    public V1.DisputeAnswered Write(DisputeAnswered e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Holder = nameOf(e.Holder),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
        CreditedMinorUnits = checked((long)e.Credited),
        Reason = e.Reason,
        Evidence = e.Evidence.OrEmpty(),
    };

    public V1.CancellationRequested Write(CancellationRequested e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Supplier = nameOf(e.Supplier),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
        Reason = e.Reason,
    };

    public V1.CancellationAnswered Write(CancellationAnswered e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Buyer = nameOf(e.Buyer),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
        Accepted = e.Accepted,
        Reason = e.Reason,
    };

    private V1.HoldingRecord Record(HoldingRecord record) => HoldingWriter.Write(record, nameOf);
}
