using Microsoft.Extensions.Logging;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Health;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Health;

public sealed class ChainWatchTests : IDisposable
{
    private static readonly Hash32 AnyHash = Hash32.Parse("0x" + new string('1', 64));

    private readonly ManualClock _clock = new();
    private readonly Readiness _readiness = new();
    private readonly RecordedLog<ChainWatch> _log = new();
    private readonly IndexProgress _progress;
    private readonly ChainWatch _watch;

    public ChainWatchTests()
    {
        _progress = new IndexProgress(Head(indexed: 10, chain: 10));
        var options = new HealthOptions { MaxLagBlocks = 5, MaxLag = Seconds(30), MaxHeadAge = Seconds(120) };
        _watch = new ChainWatch(_progress, _readiness, options, _clock, _log);
        _watch.Look();
    }

    [Fact]
    public void An_index_that_lacks_too_many_blocks_is_told_until_it_has_them()
    {
        Go(indexed: 10, chain: 15);
        Assert.Null(_readiness.ReasonOf(ServicePart.Lag));

        Go(indexed: 10, chain: 16);
        Assert.Equal(
            "the index stands at block 10, 6 blocks and 0 s behind its node", _readiness.ReasonOf(ServicePart.Lag));

        Go(indexed: 12, chain: 16);
        Assert.Null(_readiness.ReasonOf(ServicePart.Lag));
        Assert.Equal([LogLevel.Warning, LogLevel.Information], _log.Lines.Select(static line => line.Level));
    }

    [Fact]
    public void An_index_that_lacks_one_block_for_too_long_is_told()
    {
        Go(indexed: 10, chain: 11);
        _clock.Advance(Seconds(31));
        _watch.Look();

        Assert.Equal(
            "the index stands at block 10, 1 blocks and 31 s behind its node", _readiness.ReasonOf(ServicePart.Lag));
        Assert.Equal(Seconds(31), _watch.Lag);
    }

    [Fact]
    public void An_index_that_is_always_a_block_behind_but_goes_on_is_not_late()
    {
        for (var block = 11ul; block < 100; block++)
        {
            Go(indexed: block - 1, chain: block);
            _clock.Advance(Seconds(10));
        }

        Assert.Null(_readiness.ReasonOf(ServicePart.Lag));
    }

    [Fact]
    public void A_chain_that_had_stood_still_for_an_hour_puts_the_index_no_hour_behind()
    {
        _clock.Advance(TimeSpan.FromHours(1));
        Go(indexed: 10, chain: 11);

        Assert.Equal(TimeSpan.Zero, _watch.Lag);
    }

    [Fact]
    [Trait("Fault", "19")]
    public void A_chain_without_new_blocks_is_told_until_there_is_one()
    {
        _clock.Advance(Seconds(121));
        _watch.Look();
        Assert.StartsWith(
            "the newest block, 10, is 121 s old by this machine's clock: the chain stands still",
            _readiness.ReasonOf(ServicePart.Chain),
            StringComparison.Ordinal);

        Go(indexed: 11, chain: 11);

        Assert.Null(_readiness.ReasonOf(ServicePart.Chain));
    }

    [Fact]
    [Trait("Fault", "34")]
    public void A_block_from_the_future_is_not_old()
    {
        _progress.Publish(Head(indexed: 10, chain: 10, at: _clock.Seconds + 3600));

        Assert.Equal(TimeSpan.Zero, _watch.HeadAge);
    }

    [Fact]
    public void Until_it_has_caught_up_for_the_first_time_the_index_is_not_late_but_new()
    {
        var progress = new IndexProgress(Head(indexed: 0, chain: 1000));
        var readiness = new Readiness();
        using var watch = new ChainWatch(progress, readiness, new HealthOptions(), _clock, _log);

        watch.Look();
        Assert.Null(readiness.ReasonOf(ServicePart.Lag));
        progress.Publish(Head(indexed: 1000, chain: 1000));
        watch.Look();
        progress.Publish(Head(indexed: 1000, chain: 2000));
        watch.Look();

        Assert.NotNull(readiness.ReasonOf(ServicePart.Lag));
    }

    [Fact]
    public void What_was_seen_of_a_chain_that_has_become_shorter_is_not_waited_for()
    {
        Go(indexed: 10, chain: 14);
        Go(indexed: 9, chain: 9);
        _clock.Advance(Seconds(60));
        Go(indexed: 9, chain: 9);

        Assert.Equal(TimeSpan.Zero, _watch.Lag);
    }

    public void Dispose() => _watch.Dispose();

    private static TimeSpan Seconds(int count) => TimeSpan.FromSeconds(count);

    private void Go(ulong indexed, ulong chain)
    {
        _progress.Publish(Head(indexed, chain));
        _watch.Look();
    }

    private IndexHead Head(ulong indexed, ulong chain, ulong? at = null) => new(
        new BlockRef(indexed, AnyHash, at ?? _clock.Seconds), chain, FinalBlock: indexed, Rollbacks: 0, IsComplete: true);
}
