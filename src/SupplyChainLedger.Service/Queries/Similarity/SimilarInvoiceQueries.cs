using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Similarity;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Similarity;

/// <summary>
/// Finds the invoices that are similar to one, among all that were ever recorded and whatever became of them. The
/// fingerprints find the candidates, each by one lookup, and a comparison decides.
/// </summary>
internal sealed class SimilarInvoiceQueries(SqliteSession session, FingerprintKey key)
{
    /// <summary>
    /// How many invoices one fingerprint may bring, the newest first. More than these have it in common by habit, and
    /// no answer may cost more for it.
    /// </summary>
    private const int CarrierLimit = 50;

    private const string RecordSql = $"SELECT {InvoiceTable.Columns} FROM invoice i WHERE i.submitted = ?1";

    /// <summary>The invoices similar to a recorded one, itself left out.</summary>
    public IReadOnlyList<SimilarInvoice<InvoiceRecord>> ToRecorded(InvoiceRecord invoice) =>
        Find(invoice.ToParticulars(), invoice.Submitted.Key);

    /// <summary>The invoices similar to one that may not be recorded yet.</summary>
    public IReadOnlyList<SimilarInvoice<InvoiceRecord>> To(InvoiceParticulars invoice) => Find(invoice, except: null);

    private IReadOnlyList<SimilarInvoice<InvoiceRecord>> Find(InvoiceParticulars subject, long? except)
    {
        var keys = new HashSet<long>();
        foreach (var fingerprint in Fingerprints.Of(subject, key))
            keys.UnionWith(FingerprintTable.Carriers(session, fingerprint, CarrierLimit));
        if (except is { } itself) keys.Remove(itself);
        var candidates = keys.OrderDescending().Select(Record).ToList();
        return SimilarityJudge.Judge(subject, candidates, InvoiceRecordParticulars.ToParticulars);
    }

    private InvoiceRecord Record(long submitted) => session.First(RecordSql, InvoiceTable.Read, submitted)!;
}
