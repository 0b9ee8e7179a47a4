using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Invoices;

namespace SupplyChainLedger.Service.Queries.Invoices;

/// <summary>An invoice, and where on the chain it comes from.</summary>
/// <param name="Record">The invoice.</param>
/// <param name="Submission">Where its submission was recorded.</param>
/// <param name="LastChange">Where its newest change was recorded; the submission when there was none.</param>
internal sealed record InvoiceRow(InvoiceRecord Record, RecordedAt Submission, RecordedAt LastChange);
