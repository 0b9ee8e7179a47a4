using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Similarity;

/// <summary>
/// Makes the fingerprints of all recorded invoices, by parts that fit into memory: the table is written a few times
/// from its one end to the other. While the writer is busy with one part, or with anything else, the next is made.
/// </summary>
internal sealed class FingerprintRebuild
{
    private const long InvoicesInAPart = 100_000;

    private const string PartSql =
        $"SELECT {InvoiceTable.Columns} FROM invoice i "
        + "WHERE i.submitted > ?1 AND i.submitted NOT BETWEEN ?2 AND ?3 ORDER BY i.submitted LIMIT ?4";

    private readonly FingerprintKey _key;
    private readonly FingerprintBacklog _made;
    private long _read = long.MinValue;
    private Task<FingerprintBatch>? _next;

    /// <summary>Begins to make the first part.</summary>
    /// <param name="session">The index; no invoice changes until all is written.</param>
    /// <param name="key">The network's key.</param>
    /// <param name="made">Those that are made already.</param>
    public FingerprintRebuild(SqliteSession session, FingerprintKey key, FingerprintBacklog made)
    {
        _key = key;
        _made = made;
        _next = made.IsEmpty ? BeginNext(session) : made.AllAsync();
    }

    /// <summary>Writes all of them, within a transaction. Those that are there already stay.</summary>
    /// <exception cref="OperationCanceledException">Cancelled between two parts.</exception>
    public void Write(SqliteSession writer, CancellationToken cancellation)
    {
        while (_next is { } made)
        {
            cancellation.ThrowIfCancellationRequested();
            _next = BeginNext(writer);
            made.GetAwaiter().GetResult().Write(writer);
        }
    }

    private Task<FingerprintBatch>? BeginNext(SqliteSession session)
    {
        var (first, last) = _made.Stretch;
        var part = session.All(PartSql, InvoiceTable.Read, _read, first, last, InvoicesInAPart);
        if (part.Count == 0) return null;
        _read = part[^1].Submitted.Key;
        return FingerprintBatch.MakeAsync(part, _key);
    }
}
