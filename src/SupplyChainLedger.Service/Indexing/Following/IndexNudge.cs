using System.Threading.Channels;

namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>What the indexer waits for between two looks at the node.</summary>
internal sealed class IndexNudge : IIndexNudge
{
    private readonly Channel<bool> _nudges =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Nudge() => _nudges.Writer.TryWrite(true);

    /// <summary>Completes with the next nudge, or at once when there was one since the last wait.</summary>
    public async Task WaitAsync(CancellationToken cancellation) => await _nudges.Reader.ReadAsync(cancellation);
}
