using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Similarity;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Similarity;

/// <summary>
/// Finds the invoices that are similar to one, among all that were ever recorded and whatever became of them. The
/// fingerprints find the candidates, each by one lookup, and a comparison decides.
/// </summary>
internal sealed class SimilarInvoiceQueries(SqliteSession session, FingerprintKey key, UnlikeInvoices unlike)
{
    /// <summary>The invoice of a submission key.</summary>
    public const string RecordSql = $"SELECT {InvoiceTable.Columns} FROM invoice i WHERE i.submitted = ?1";

    /// <summary>
    /// How many invoices one fingerprint may bring, the newest first. More than these have it in common by habit, and
    /// no answer may cost more for it.
    /// </summary>
    private const int CarrierLimit = 50;

    /// <summary>The invoices similar to a recorded one, itself left out.</summary>
    public IReadOnlyList<SimilarInvoice<InvoiceRecord>> ToRecorded(InvoiceRecord invoice) =>
        unlike.Contains(invoice.Submitted.Key) ? [] : Find(invoice.ToParticulars(), invoice.Submitted.Key);

    /// <summary>The invoices similar to one that is on its way to the chain.</summary>
    public IReadOnlyList<SimilarInvoice<InvoiceRecord>> ToSubmission(InvoiceParticulars invoice) =>
        Find(invoice, except: null);

    /// <summary>The invoices similar to one that is not recorded, and the one that has taken its key.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="id">The id that it would have; null where its type is not known.</param>
    public IReadOnlyList<SimilarInvoice<InvoiceRecord>> ToDraft(InvoiceParticulars invoice, InvoiceId? id)
    {
        var holder = id is { } taken ? InvoiceTable.Find(session, taken) : null;
        var similar = Find(invoice, holder?.Submitted.Key);
        if (holder is null) return similar;
        var sameKey = new SimilarityFinding(SimilarityReason.SameKey, SimilarityGrade.Certain);
        return [new SimilarInvoice<InvoiceRecord>(holder, sameKey.Grade, [sameKey]), .. similar];
    }

    private IReadOnlyList<SimilarInvoice<InvoiceRecord>> Find(InvoiceParticulars subject, long? except)
    {
        var keys = FingerprintTable.Carriers(session, Fingerprints.Of(subject, key), CarrierLimit).ToHashSet();
        if (except is { } itself) keys.Remove(itself);
        var candidates = keys.OrderDescending().Select(Record).ToList();
        return SimilarityJudge.Judge(subject, candidates, InvoiceRecordParticulars.ToParticulars);
    }

    private InvoiceRecord Record(long submitted) => session.First(RecordSql, InvoiceTable.Read, submitted)!;
}
