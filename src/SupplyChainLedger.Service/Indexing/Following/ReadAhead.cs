using System.Runtime.CompilerServices;

namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>A sequence whose next elements are on their way while the caller is busy with one.</summary>
internal static class ReadAhead
{
    /// <summary>One is being read while the node makes the answer for the other.</summary>
    private const int OnTheirWay = 2;

    /// <param name="source">What the elements are made of. Ends when its token says so.</param>
    /// <param name="make">Makes one. Ends when its token says so.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async IAsyncEnumerable<T> OfAsync<TSource, T>(
        Func<CancellationToken, IAsyncEnumerable<TSource>> source,
        Func<TSource, CancellationToken, Task<T>> make,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var begun = new Queue<Task<T>>();
        try
        {
            await foreach (var one in source(stop.Token))
            {
                begun.Enqueue(make(one, stop.Token));
                if (begun.Count > OnTheirWay) yield return await begun.Dequeue();
            }

            while (begun.Count > 0) yield return await begun.Dequeue();
        }
        finally
        {
            // A caller that stops early leaves some on their way. What they wait for ends on this thread.
            stop.Cancel();
            foreach (var left in begun) await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
