using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class IndexProgressTests
{
    private static readonly IndexHead Start = At(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_who_has_seen_an_older_state_is_answered_at_once()
    {
        var progress = new IndexProgress(Start);
        progress.Publish(At(2));

        Assert.Equal(At(2), await progress.WaitForChangeAsync(Start, Cancellation));
    }

    [Fact]
    public async Task All_who_wait_are_told_of_the_next_state_and_not_of_the_same_one_again()
    {
        var progress = new IndexProgress(Start);
        var waiting = Enumerable.Range(0, 20).Select(_ => progress.WaitForChangeAsync(Start, Cancellation)).ToList();

        progress.Publish(Start);
        Assert.All(waiting, one => Assert.False(one.IsCompleted));

        progress.Publish(At(2));
        Assert.All(await Task.WhenAll(waiting), head => Assert.Equal(At(2), head));
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var waiting = new IndexProgress(Start).WaitForChangeAsync(Start, cancelled.Token);

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static IndexHead At(ulong number) =>
        new(new BlockRef(number, Hash32.Zero, number), number, 0, 0, IsComplete: true);
}
