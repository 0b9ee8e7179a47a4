using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Similarity;

/// <summary>
/// The fingerprints that a transaction adds. They are in no order, and written in their own at its end, so that each
/// page of the table is looked for and changed once.
/// </summary>
/// <param name="key">The network's key.</param>
internal sealed class FingerprintBatch(FingerprintKey key)
{
    /// <summary>Fewer events than these are not worth another thread.</summary>
    private const int Many = 200;

    private readonly List<(long Value, long Invoice)> _made = [];

    /// <summary>
    /// Makes those of the invoices that were submitted in these blocks. They follow from the events alone, so that a
    /// writer which has many has them made while it writes the rest.
    /// </summary>
    public static Task<FingerprintBatch> MakeAsync(IReadOnlyList<ChainBlock> blocks, FingerprintKey key) =>
        blocks.Sum(static block => block.Logs.Count) >= Many
            ? Task.Run(() => Make(blocks, key))
            : Task.FromResult(Make(blocks, key));

    /// <summary>Adds those of the invoice that was submitted there.</summary>
    public void Add(InvoiceParticulars invoice, LogPosition submitted)
    {
        foreach (var value in FingerprintTable.ValuesOf(invoice, key)) _made.Add((value, submitted.Key));
    }

    /// <summary>Writes them.</summary>
    public void Write(SqliteSession writer)
    {
        foreach (var (value, invoice) in _made.Order()) FingerprintTable.Insert(writer, value, invoice);
    }

    private static FingerprintBatch Make(IReadOnlyList<ChainBlock> blocks, FingerprintKey key)
    {
        var batch = new FingerprintBatch(key);
        foreach (var log in blocks.SelectMany(static block => block.Logs))
        {
            if (log.Event is not InvoiceSubmitted e) continue;
            batch.Add(
                new InvoiceParticulars(
                    e.Supplier, e.Buyer, e.Number, e.IssueDate, e.DueDate, e.Currency, e.Amount, e.DocumentHash),
                log.At);
        }

        batch._made.Sort();
        return batch;
    }
}
