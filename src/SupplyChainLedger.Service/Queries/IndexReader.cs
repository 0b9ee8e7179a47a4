using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Queries.Paging;

namespace SupplyChainLedger.Service.Queries;

/// <summary>Opens snapshots of the SQLite index.</summary>
internal sealed class IndexReader(
    IndexDatabase database, IIndexProgress progress, PageTokens tokens, TimeProvider time) : IIndexReader
{
    /// <summary>Bounds what a call without a deadline can hold.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public async Task<IndexSnapshot> OpenAsync(ulong minBlock, CancellationToken cancellation)
    {
        var seen = progress.Current;
        if (TryOpen(seen, minBlock) is { } current) return current;
        using var limit = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            while (true)
            {
                seen = await progress.WaitForChangeAsync(seen, either.Token);
                if (TryOpen(seen, minBlock) is { } reached) return reached;
            }
        }
        catch (OperationCanceledException)
        {
            throw LedgerFaults.IndexBehind(minBlock, progress.Current.Indexed.Number);
        }
    }

    /// <summary>A snapshot that has the block; null when there is none, be it for a rollback since the head was seen.
    /// </summary>
    private IndexSnapshot? TryOpen(IndexHead seen, ulong minBlock)
    {
        if (seen.Indexed.Number < minBlock) return null;
        var reading = database.Read();
        try
        {
            var snapshot = new IndexSnapshot(
                reading, progress.Current, tokens, database.FingerprintKey, database.Unlike);
            if (snapshot.Head.Indexed.Number >= minBlock) return snapshot;
        }
        catch
        {
            reading.Dispose();
            throw;
        }

        reading.Dispose();
        return null;
    }
}
