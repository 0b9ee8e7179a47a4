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
        if (progress.Current.Indexed.Number < minBlock) await WaitAsync(minBlock, cancellation);
        return new IndexSnapshot(database.Read(), progress.Current, tokens);
    }

    private async Task WaitAsync(ulong minBlock, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var head = progress.Current;
        try
        {
            while (head.Indexed.Number < minBlock) head = await progress.WaitForChangeAsync(head, either.Token);
        }
        catch (OperationCanceledException)
        {
            throw LedgerFaults.IndexBehind(minBlock, progress.Current.Indexed.Number);
        }
    }
}
