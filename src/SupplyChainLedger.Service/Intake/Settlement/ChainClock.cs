using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Intake.Settlement;

/// <summary>
/// The time that the final part of the chain has reached. Built from the blocks that the index has passed, so after a
/// start it lags behind until the first of them is final: it is never too late, and an intent ends late at worst.
/// </summary>
internal sealed class ChainClock
{
    private readonly LinkedList<BlockRef> _seen = new();

    /// <summary>Unix seconds of the newest block known to be final; 0 before the first.</summary>
    public ulong FinalTime { get; private set; }

    public void Observe(IndexHead head)
    {
        while (_seen.Last is { } last && last.Value.Number >= head.Indexed.Number) _seen.RemoveLast();
        _seen.AddLast(head.Indexed);
        while (_seen.First is { } first && first.Value.Number <= head.FinalBlock)
        {
            FinalTime = Math.Max(FinalTime, first.Value.Timestamp);
            _seen.RemoveFirst();
        }
    }
}
