using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Api.Resources;

namespace SupplyChainLedger.Service.Api.Events;

/// <summary>Shows the events of invoices as the API has them.</summary>
/// <param name="nameOf">Resource name of a participant.</param>
internal sealed class InvoiceEventWriter(Func<ParticipantId, string> nameOf)
{
    public V1.InvoiceSubmitted Write(InvoiceSubmitted e) => new()
    {
        Invoice = ResourceNames.Of(e.Invoice),
        Intent = ResourceNames.Of(e.Intent),
        Supplier = nameOf(e.Supplier),
        Buyer = nameOf(e.Buyer),
        Number = e.Number,
        TypeCode = e.TypeCode,
        IssueDate = e.IssueDate.ToApi(),
        DueDate = e.DueDate.ToApi(),
        Amount = MoneyWriter.Write(e.Currency, e.Amount),
        DocumentHash = e.DocumentHash.ToString(),
    };

    public V1.InvoiceConfirmed Write(InvoiceConfirmed e) => new()
    {
        Invoice = ResourceNames.Of(e.Invoice),
        Intent = ResourceNames.Of(e.Intent),
        Buyer = nameOf(e.Buyer),
        Record = Record(e.Record),
        Irrevocable = e.Irrevocable,
    };

    public V1.InvoiceRejected Write(InvoiceRejected e) => new()
    {
        Invoice = ResourceNames.Of(e.Invoice),
        Intent = ResourceNames.Of(e.Intent),
        Buyer = nameOf(e.Buyer),
        Reason = e.Reason,
    };

    public V1.InvoiceWithdrawn Write(InvoiceWithdrawn e) => new()
    {
        Invoice = ResourceNames.Of(e.Invoice),
        Intent = ResourceNames.Of(e.Intent),
        Supplier = nameOf(e.Supplier),
    };

    private V1.HoldingRecord Record(HoldingRecord record) => HoldingWriter.Write(record, nameOf);
}
