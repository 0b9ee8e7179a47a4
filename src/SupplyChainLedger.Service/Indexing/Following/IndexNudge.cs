using System.Threading.Channels;

namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>What the indexer waits for between two looks at the node.</summary>
internal sealed class IndexNudge : IIndexNudge
{
    private readonly Channel<bool> _wakes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private int _expected;

    public void Nudge()
    {
        Volatile.Write(ref _expected, 1);
        Wake();
    }

    /// <summary>Ends a wait without expecting anything.</summary>
    public void Wake() => _wakes.Writer.TryWrite(true);

    /// <summary>Whether there was a nudge since the last time that this was asked.</summary>
    public bool TakeExpectation() => Interlocked.Exchange(ref _expected, 0) == 1;

    /// <summary>Completes with the next nudge or wake, or at once when there was one since the last wait.</summary>
    public async Task WaitAsync(CancellationToken cancellation) => await _wakes.Reader.ReadAsync(cancellation);
}
