using Microsoft.Extensions.Logging;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Following;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class IndexerTests : IDisposable
{
    private readonly ScriptedChain _chain = new(finalityDepth: 2);
    private readonly IndexBench _bench;
    private readonly IndexNudge _nudge = new();
    private readonly Readiness _readiness = new();
    private readonly RecordedLog<Indexer> _log = new();
    private readonly HandMovedTime _time = new();
    private readonly Indexer _indexer;

    public IndexerTests()
    {
        _bench = new IndexBench(_chain);
        _readiness.Report(ServicePart.Relay, null);
        _indexer = new Indexer(_bench.Follower, _nudge, _bench.Progress, _readiness, _bench.Options, _time, _log);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_catches_up_at_the_start_and_then_looks_when_it_is_nudged()
    {
        _chain.Mine(Story.FourParticipants());
        await _indexer.StartAsync(Cancellation);
        await UntilIndexedAsync(1);

        _chain.Mine(Story.Submission(1));
        _nudge.Nudge();
        await UntilIndexedAsync(2);

        Assert.True(_readiness.IsReady);
        await _indexer.StopAsync(Cancellation);
    }

    [Fact]
    public async Task It_looks_at_every_interval_without_a_nudge()
    {
        await _indexer.StartAsync(Cancellation);
        await UntilIndexedAsync(0);
        _chain.Mine();
        _chain.Mine();

        _time.Tick();

        await UntilIndexedAsync(2);
        await _indexer.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_node_that_is_away_is_logged_once_and_the_index_goes_on_when_it_is_back()
    {
        _chain.Mine(Story.FourParticipants());
        var failures = 0;
        _chain.Outage = await OutageAsync();
        _chain.BeforeAnswer = () => Interlocked.Increment(ref failures);
        await _indexer.StartAsync(Cancellation);
        await _time.RunUntilAsync(() => Volatile.Read(ref failures) >= 5, Cancellation);
        Assert.Contains(_readiness.Reasons, reason => reason.StartsWith("node:", StringComparison.Ordinal));

        _chain.Outage = null;
        await _time.RunUntilAsync(() => _bench.Progress.Current.Indexed.Number == 1, Cancellation);
        await _time.RunUntilAsync(() => _readiness.IsReady, Cancellation);

        Assert.Equal(
            [LogLevel.Warning, LogLevel.Information],
            _log.Lines.Select(line => line.Level));
        await _indexer.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_final_block_taken_back_stops_it_with_an_alarm_and_what_is_indexed_can_still_be_read()
    {
        _chain.Mine(Story.FourParticipants());
        for (var number = 1; number <= 4; number++) _chain.Mine(Story.Submission(number));
        await _indexer.StartAsync(Cancellation);
        await UntilIndexedAsync(5);

        _chain.Drop(4);
        for (var mined = 0; mined < 6; mined++) _chain.Mine();
        _nudge.Nudge();
        await _indexer.ExecuteTask!.WaitAsync(Cancellation);

        Assert.Equal(LogLevel.Critical, Assert.Single(_log.Lines).Level);
        Assert.StartsWith(
            "finality: the index has stopped: the node's chain",
            Assert.Single(_readiness.Reasons),
            StringComparison.Ordinal);
        using var snapshot = await _bench.OpenAsync();
        Assert.NotNull(snapshot.Invoices.Find(Story.InvoiceOf(4)));
        await _indexer.StopAsync(Cancellation);
    }

    public void Dispose()
    {
        _indexer.Dispose();
        _bench.Dispose();
    }

    /// <summary>What a client throws whose node does not listen.</summary>
    private static async Task<Exception> OutageAsync()
    {
        using var rpc = new JsonRpcClient(new JsonRpcOptions { Endpoint = new Uri("http://127.0.0.1:1") });
        return await Assert.ThrowsAnyAsync<JsonRpcException>(() => new ChainClient(rpc).GetChainIdAsync(Cancellation));
    }

    private async Task UntilIndexedAsync(ulong block)
    {
        var head = _bench.Progress.Current;
        while (head.Indexed.Number < block || !head.IsCaughtUp)
            head = await _bench.Progress.WaitForChangeAsync(head, Cancellation);
    }
}
