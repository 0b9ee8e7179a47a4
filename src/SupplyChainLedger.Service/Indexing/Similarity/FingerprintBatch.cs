using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Similarity;

/// <summary>
/// The fingerprints that a transaction adds. They are in no order, and written in their own at its end, so that each
/// page of the table is looked for and changed once.
/// </summary>
/// <param name="key">The network's key.</param>
internal sealed class FingerprintBatch(FingerprintKey key)
{
    private readonly List<(long Value, long Invoice)> _made = [];

    /// <summary>Makes those of an invoice.</summary>
    public void Add(InvoiceRecord invoice)
    {
        foreach (var value in FingerprintTable.ValuesOf(invoice, key)) _made.Add((value, invoice.Submitted.Key));
    }

    /// <summary>Writes them.</summary>
    public void Write(SqliteSession writer)
    {
        _made.Sort();
        foreach (var (value, invoice) in _made) FingerprintTable.Insert(writer, value, invoice);
    }
}
