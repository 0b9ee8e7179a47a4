namespace SupplyChainLedger.Service.Indexing;

/// <summary>The newest state of the index, and those who wait for the next one.</summary>
internal sealed class IndexProgress(IndexHead initial) : IIndexProgress
{
    private volatile Moment _moment = new(initial);

    public IndexHead Current => _moment.Head;

    /// <summary>Raised with the state before and after each move, by the indexer: handlers only count.</summary>
    public event Action<IndexHead, IndexHead>? Moved;

    public async Task<IndexHead> WaitForChangeAsync(IndexHead seen, CancellationToken cancellation)
    {
        var moment = _moment;
        if (moment.Head != seen) return moment.Head;
        var next = await moment.Next.Task.WaitAsync(cancellation);
        // Whoever has waited goes on by itself, not within the indexer's call.
        await Task.Yield();
        return next;
    }

    /// <summary>Makes the state known. Only the indexer calls this, after the commit.</summary>
    public void Publish(IndexHead head)
    {
        var before = _moment;
        if (before.Head == head) return;
        _moment = new Moment(head);
        before.Next.SetResult(head);
        Moved?.Invoke(before.Head, head);
    }

    private sealed class Moment(IndexHead head)
    {
        public IndexHead Head { get; } = head;

        public TaskCompletionSource<IndexHead> Next { get; } = new();
    }
}
