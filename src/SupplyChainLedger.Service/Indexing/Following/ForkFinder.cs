using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Indexing.Blocks;
using SupplyChainLedger.Service.Indexing.Storage;

namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>Finds where the indexed chain and the node's chain part.</summary>
internal sealed class ForkFinder(IndexDatabase database, BlockSource source)
{
    private const int FirstStep = 8;
    private const int LargestStep = 100;

    /// <summary>The newest indexed block that the node's chain has as well; null when it has none of them.</summary>
    /// <param name="from">No higher than the head that the node has shown.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="JsonRpcException">The node gives no answer.</exception>
    /// <exception cref="InconsistentChainException">The node has lost blocks in the middle of its chain.</exception>
    public async Task<BlockRef?> FindAsync(ulong from, CancellationToken cancellation)
    {
        var step = FirstStep;
        while (true)
        {
            var ours = Indexed(from, step);
            if (ours.Count == 0) return null;

            var lowest = ours[^1].Number;
            var theirs = await source.HeadersAsync(lowest, ours.Count, cancellation);

            // One that lags behind the one which has shown the head, or has lost some: neither tells of a fork.
            if (theirs.Count < ours.Count)
                throw new InconsistentChainException(
                    $"The node has shown a newest block of number {from} or later, and does not have block "
                    + $"{lowest + (ulong)theirs.Count}.");
            var hashes = theirs.ToDictionary(header => header.Number, header => header.Hash);
            foreach (var block in ours)
                if (hashes.TryGetValue(block.Number, out var hash) && hash == block.Hash) return block;

            if (lowest == 0) return null;
            from = lowest - 1;
            step = Math.Min(step * 4, LargestStep);
        }
    }

    private List<BlockRef> Indexed(ulong from, int count)
    {
        using var reading = database.Read();
        return BlockTable.DownFrom(reading.Session, from, count);
    }
}
