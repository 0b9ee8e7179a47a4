using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Invoices;
using Invoice = SupplyChainLedger.V1.Invoice;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows invoices as the API has them.</summary>
internal static class InvoiceWriter
{
    public static Invoice Write(IndexSnapshot snapshot, InvoiceRow row)
    {
        var record = row.Record;
        var final = snapshot.Head.FinalBlock;
        var invoice = new Invoice
        {
            Name = ResourceNames.Of(record.Id),
            Supplier = ResourceNames.OfParticipant(snapshot.Participants.HandleOf(record.Supplier)),
            Buyer = ResourceNames.OfParticipant(snapshot.Participants.HandleOf(record.Buyer)),
            Number = record.Number,
            TypeCode = record.TypeCode,
            IssueDate = record.IssueDate.ToApi(),
            DueDate = record.DueDate.ToApi(),
            Amount = MoneyWriter.Write(record.Currency, record.Amount),
            DocumentHash = record.DocumentHash.ToString(),
            State = Write(record.State),
            RejectionReason = record.RejectionReason ?? "",
            Submission = row.Submission.ToApi(final),
            LastChange = row.LastChange.ToApi(final),
            SubmissionIntent = ResourceNames.Of(record.SubmissionIntent),
            LastChangeIntent = ResourceNames.Of(record.ChangeIntent),
        };
        if (record.State is InvoiceState.Confirmed or InvoiceState.Cancelled)
            invoice.ConfirmedAmount = MoneyWriter.Write(record.Currency, record.Confirmed);
        return invoice;
    }

    /// <summary>The state of a filter; null for all.</summary>
    public static InvoiceState? Read(V1.InvoiceState state) => state switch
    {
        V1.InvoiceState.Submitted => InvoiceState.Submitted,
        V1.InvoiceState.Confirmed => InvoiceState.Confirmed,
        V1.InvoiceState.Rejected => InvoiceState.Rejected,
        V1.InvoiceState.Withdrawn => InvoiceState.Withdrawn,
        V1.InvoiceState.Cancelled => InvoiceState.Cancelled,
        _ => null,
    };

    private static V1.InvoiceState Write(InvoiceState state) => state switch
    {
        InvoiceState.Submitted => V1.InvoiceState.Submitted,
        InvoiceState.Confirmed => V1.InvoiceState.Confirmed,
        InvoiceState.Rejected => V1.InvoiceState.Rejected,
        InvoiceState.Withdrawn => V1.InvoiceState.Withdrawn,
        InvoiceState.Cancelled => V1.InvoiceState.Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "An invoice cannot stand there."),
    };
}
