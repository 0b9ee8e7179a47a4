using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Health;

/// <summary>
/// How long the index has lacked a block that the node has shown. Timestamps of blocks do not tell that: a chain that
/// has stood still for an hour would put the index an hour behind for the moment that the next block takes.
/// </summary>
internal sealed class IndexLag(TimeProvider time)
{
    private const int MaxKept = 1000;

    private readonly Queue<(ulong Head, long Since)> _lacking = new();
    private ulong _newest;

    /// <summary>Takes in where chain and index stand now.</summary>
    public void Observe(IndexHead head)
    {
        // A chain that has become shorter: what was seen of the longer one is never to come.
        if (head.ChainHead < _newest) _lacking.Clear();
        if (head.ChainHead != _newest && _lacking.Count < MaxKept)
            _lacking.Enqueue((head.ChainHead, time.GetTimestamp()));
        _newest = head.ChainHead;
        while (_lacking.TryPeek(out var oldest) && oldest.Head <= head.Indexed.Number) _lacking.Dequeue();
    }

    /// <summary>The time since the oldest head that the index lacks was first seen; zero when it lacks none.</summary>
    public TimeSpan Current => _lacking.TryPeek(out var oldest) ? time.GetElapsedTime(oldest.Since) : TimeSpan.Zero;
}
