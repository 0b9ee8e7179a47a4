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
internal static class SimilarInvoiceWarnings
{
    private const string Reason = "SIMILAR_INVOICE";
    private const int MaxNamed = 3;

    /// <summary>Warnings on an invoice that is not recorded yet.</summary>
    public static IEnumerable<Warning> Of(IndexSnapshot snapshot, SubmitInvoice submission) =>
        Write(snapshot.SimilarInvoices.ToSubmission(new Contracts.Similarity.InvoiceParticulars(
            submission.Supplier, submission.Buyer, submission.Number, submission.IssueDate, submission.DueDate,
            submission.Currency, submission.Amount, submission.DocumentHash)));

    /// <summary>Warnings on a recorded invoice.</summary>
    public static IEnumerable<Warning> Of(IndexSnapshot snapshot, InvoiceRecord recorded) =>
        Write(snapshot.SimilarInvoices.ToRecorded(recorded));

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
