namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>
/// Pauses between failed tries: from 100 ms doubling to 10 s, each shortened by up to a half at random.
/// </summary>
internal sealed class Backoff(TimeProvider time)
{
    private const int LargestDoubling = 7;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private int _failures;

    /// <summary>Forgets the failures.</summary>
    public void Reset() => _failures = 0;

    /// <summary>Waits longer with every call since the last reset.</summary>
    public async Task PauseAsync(CancellationToken cancellation)
    {
        var doubled = Shortest * (1 << Math.Min(_failures++, LargestDoubling));
        var pause = (doubled < Longest ? doubled : Longest) * (1 - Chance() / 2);
        using var timer = new PeriodicTimer(pause, time);
        await timer.WaitForNextTickAsync(cancellation);
    }

    /// <summary>0 to 1, by the finest digits of the clock, so that a run under a simulated one repeats.</summary>
    private double Chance() => new Random((int)time.GetTimestamp()).NextDouble();
}
