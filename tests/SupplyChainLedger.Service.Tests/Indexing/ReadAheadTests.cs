using SupplyChainLedger.Service.Indexing.Following;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class ReadAheadTests
{
    private int _ended;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Elements_come_in_the_order_of_their_source_whichever_is_there_first()
    {
        var gates = Enumerable.Range(0, 5).Select(static _ => new TaskCompletionSource<int>()).ToArray();
        foreach (var number in (int[])[0, 2, 3, 4]) gates[number].SetResult(number);

        var read = new List<int>();
        await foreach (var number in ReadAhead.OfAsync(
            _ => Numbers(gates.Length), (number, _) => gates[number].Task, Cancellation))
        {
            read.Add(number);
            if (number == 0) gates[1].SetResult(1);
        }

        Assert.Equal([0, 1, 2, 3, 4], read);
    }

    [Fact]
    public async Task A_reader_that_stops_early_ends_what_is_on_its_way()
    {
        await foreach (var number in ReadAhead.OfAsync(_ => Numbers(9), FirstOnlyAsync, Cancellation))
        {
            Assert.Equal(0, number);
            break;
        }

        Assert.Equal(2, _ended);
    }

    [Fact]
    public async Task An_element_that_fails_ends_those_behind_it()
    {
        var reading = ReadAhead.OfAsync(
            _ => Numbers(9),
            (number, stop) =>
                number == 0 ? Task.FromException<int>(new IOException("lost")) : FirstOnlyAsync(number, stop),
            Cancellation);

        await Assert.ThrowsAsync<IOException>(async () => await reading.FirstAsync(Cancellation));

        Assert.Equal(2, _ended);
    }

    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        await Task.Yield();
        for (var number = 0; number < count; number++) yield return number;
    }

    /// <summary>All but the first are on their way until they are ended.</summary>
    private async Task<int> FirstOnlyAsync(int number, CancellationToken stop)
    {
        if (number == 0) return number;
        try
        {
            await new TaskCompletionSource().Task.WaitAsync(stop);
            return number;
        }
        finally
        {
            Interlocked.Increment(ref _ended);
        }
    }
}
