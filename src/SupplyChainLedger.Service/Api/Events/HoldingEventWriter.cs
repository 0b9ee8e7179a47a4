using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Api.Resources;

namespace SupplyChainLedger.Service.Api.Events;

/// <summary>Shows the events of transfers, steps and deadlines as the API has them.</summary>
/// <param name="nameOf">Resource name of a participant.</param>
internal sealed class HoldingEventWriter(Func<ParticipantId, string> nameOf)
{
    public V1.TransferProposed Write(TransferProposed e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Recipient = nameOf(e.Recipient),
        Intent = ResourceNames.Of(new IntentHash(e.Holding.Value)),
        Parent = ResourceNames.Of(e.Parent),
        ParentRecord = Record(e.ParentRecord),
        Record = Record(e.Record),
        TradeDocument = e.TradeDocument.OrEmpty(),
    };

    public V1.TransferAnswered Write(TransferAnswered e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Recipient = nameOf(e.Recipient),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
        Accepted = e.Accepted,
        Reason = e.Reason,
    };

    public V1.StepWithdrawn Write(StepWithdrawn e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Participant = nameOf(e.Participant),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
        Step = HoldingWriter.Write(e.Step),
    };

    public V1.DeadlineApplied Write(DeadlineApplied e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Participant = nameOf(e.Participant),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
        Step = HoldingWriter.Write(e.Step),
    };

    private V1.HoldingRecord Record(HoldingRecord record) => HoldingWriter.Write(record, nameOf);
}
