using System.Runtime.CompilerServices;

namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>A sequence whose next element is on its way while the caller is busy with one.</summary>
internal static class ReadAhead
{
    /// <param name="source">Makes the sequence, which ends when its token says so.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async IAsyncEnumerable<T> OfAsync<T>(
        Func<CancellationToken, IAsyncEnumerable<T>> source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using var elements = source(stop.Token).GetAsyncEnumerator(stop.Token);
        var next = elements.MoveNextAsync().AsTask();
        try
        {
            while (await next)
            {
                var current = elements.Current;
                next = elements.MoveNextAsync().AsTask();
                yield return current;
            }
        }
        finally
        {
            // A caller that stops early leaves one on its way. What it waits for ends on this thread.
            stop.Cancel();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
