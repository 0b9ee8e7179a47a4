using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Indexing.Invoices;

namespace SupplyChainLedger.Service.Indexing.Similarity;

/// <summary>What recorded invoices are compared by.</summary>
internal static class InvoiceRecordParticulars
{
    public static InvoiceParticulars ToParticulars(this InvoiceRecord invoice) => new(
        invoice.Supplier, invoice.Buyer, invoice.Number, invoice.IssueDate, invoice.DueDate, invoice.Currency,
        invoice.Amount, invoice.DocumentHash);
}
