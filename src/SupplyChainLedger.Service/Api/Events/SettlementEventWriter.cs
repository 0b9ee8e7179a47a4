using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Api.Resources;

namespace SupplyChainLedger.Service.Api.Events;

/// <summary>Shows the events of payments, accounts and stops as the API has them.</summary>
/// <param name="nameOf">Resource name of a participant.</param>
internal sealed class SettlementEventWriter(Func<ParticipantId, string> nameOf)
{
    public V1.PaymentDeclared Write(PaymentDeclared e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Payer = nameOf(e.Payer),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
        ValueDate = e.ValueDate.ToApi(),
        BankReference = e.BankReference,
        Evidence = e.Evidence.OrEmpty(),
    };

    public V1.PaymentAnswered Write(PaymentAnswered e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Holder = nameOf(e.Holder),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
        MinorUnits = checked((long)e.Amount),
        Received = e.Received,
        Reason = e.Reason,
        Evidence = e.Evidence.OrEmpty(),
    };

    public V1.RecourseClaimed Write(RecourseClaimed e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Holder = nameOf(e.Holder),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
    };

    public V1.WrittenOff Write(WrittenOff e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Holder = nameOf(e.Holder),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
        Reason = e.Reason,
    };

    public V1.Recovered Write(Recovered e) => new()
    {
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Holder = nameOf(e.Holder),
        Intent = ResourceNames.Of(e.Intent),
        Record = Record(e.Record),
        MinorUnits = checked((long)e.Amount),
        ValueDate = e.ValueDate.ToApi(),
        BankReference = e.BankReference,
        Evidence = e.Evidence.OrEmpty(),
    };

    public V1.ObligorStopped Write(ObligorStopped e) => new()
    {
        Obligor = nameOf(e.Obligor),
        Receivable = ResourceNames.OfReceivable(e.Receivable),
        Holding = ResourceNames.Of(e.Holding),
        Intent = ResourceNames.Of(e.Intent),
    };

    public V1.StopLifted Write(StopLifted e) => new()
    {
        Obligor = nameOf(e.Obligor),
        Operator = nameOf(e.Operator),
        Intent = ResourceNames.Of(e.Intent),
        Reason = e.Reason,
    };

    public V1.AccountSet Write(AccountSet e) => new()
    {
        Participant = nameOf(e.Participant),
        Intent = ResourceNames.Of(e.Intent),
        CurrencyCode = e.Currency,
        Account = e.Account,
    };

    private V1.HoldingRecord Record(HoldingRecord record) => HoldingWriter.Write(record, nameOf);
}
