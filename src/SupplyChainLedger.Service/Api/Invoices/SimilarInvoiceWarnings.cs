using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;
using SimilarityGrade = SupplyChainLedger.Contracts.Similarity.SimilarityGrade;
using SubmitInvoice = SupplyChainLedger.Contracts.Intents.SubmitInvoice;

namespace SupplyChainLedger.Service.Api.Invoices;

/// <summary>
/// Warns of invoices that may claim the same debt. What is merely possible is left to those who ask for it.
/// </summary>
internal sealed class SimilarInvoiceWarnings(IIndexReader index)
{
    private const string Reason = "SIMILAR_INVOICE";
    private const int MaxNamed = 3;

    /// <summary>Warnings on an invoice that is being submitted, or just has been.</summary>
    public async Task<IEnumerable<Warning>> OfAsync(SubmitInvoice submission, CancellationToken cancellation)
    {
        using var snapshot = await index.OpenAsync(minBlock: 0, cancellation);
        var invoice = new Contracts.Similarity.InvoiceParticulars(
            submission.Supplier, submission.Buyer, submission.Number, submission.IssueDate, submission.DueDate,
            submission.Currency, submission.Amount, submission.DocumentHash);
        var id = InvoiceId.Of(submission.Supplier, submission.Number, submission.IssueDate, submission.TypeCode);
        return Write(snapshot.SimilarInvoices.ToSubmission(invoice, id));
    }

    /// <summary>Warnings on a recorded invoice, for those who are asked to pay money for it; none where it is not
    /// indexed.</summary>
    public async Task<IEnumerable<Warning>> OfAsync(InvoiceId recorded, CancellationToken cancellation)
    {
        using var snapshot = await index.OpenAsync(minBlock: 0, cancellation);
        return snapshot.Invoices.Find(recorded) is { } row
            ? Write(snapshot.SimilarInvoices.ToRecorded(row.Record))
            : [];
    }

    private static IEnumerable<Warning> Write(IReadOnlyList<SimilarInvoice<InvoiceRecord>> similar)
    {
        var suspects = similar.Where(one => one.Grade >= SimilarityGrade.Likely).ToList();
        foreach (var suspect in suspects.Take(MaxNamed))
        {
            var invoice = suspect.Invoice;
            yield return Warn(
                $"It {Verb(suspect.Grade)} claims the same debt as {ResourceNames.Of(invoice.Id)}, number "
                + $"'{invoice.Number}' of {invoice.IssueDate} over {Amount(invoice)}, "
                + $"{$"{invoice.State}".ToLowerInvariant()}: {SimilarityWriter.Explain(suspect.Findings)}.");
        }

        if (suspects.Count > MaxNamed)
            yield return Warn($"So do {suspects.Count - MaxNamed} more; FindSimilarInvoices names them.");
    }

    private static Warning Warn(string message) => new() { Reason = Reason, Message = message };

    private static string Verb(SimilarityGrade grade) =>
        grade == SimilarityGrade.Certain ? "almost certainly" : "probably";

    private static string Amount(InvoiceRecord invoice) => Currency.Find(invoice.Currency) is { } currency
        ? new Contracts.Monetary.Money(checked((long)invoice.Amount), currency).ToString()
        : $"{invoice.Amount} minor units";
}
