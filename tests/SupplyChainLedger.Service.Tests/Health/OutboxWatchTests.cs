using Microsoft.Extensions.Logging;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Health;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Health;

/// <summary>A disk that refuses what the outbox commits.</summary>
public sealed class OutboxWatchTests : IAsyncDisposable
{
    private readonly Workbench _bench = new();
    private readonly Readiness _readiness = new();
    private readonly RecordedLog<OutboxWatch> _log = new();
    private readonly OutboxWatch _watch;

    public OutboxWatchTests() =>
        _watch = new OutboxWatch(_bench.Outbox, _bench.Writer, _readiness, _bench.Clock, _log);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Fault", "27")]
    public async Task A_full_disk_is_told_until_there_is_room_even_if_nobody_calls()
    {
        await _watch.LookAsync(Cancellation);
        Assert.True(_readiness.IsPartReady(ServicePart.Outbox));
        await FillAsync();

        // Not even the one page that the watch writes fits.
        await _watch.LookAsync(Cancellation);
        await _watch.LookAsync(Cancellation);
        Assert.Equal("its disk is full, and nothing is accepted", _readiness.ReasonOf(ServicePart.Outbox));
        Assert.StartsWith("Make room", Remedies.Of(ServicePart.Outbox), StringComparison.Ordinal);

        _bench.Outbox.Writer.Script("PRAGMA max_page_count = 1000000");
        Directory.Delete(Probe);
        await _watch.LookAsync(Cancellation);
        Assert.Null(_readiness.ReasonOf(ServicePart.Outbox));
        Assert.Equal([LogLevel.Warning, LogLevel.Information], _log.Lines.Select(static line => line.Level));
        Assert.False(File.Exists(Probe));
        await _watch.LookAsync(Cancellation);
        Assert.Null(_readiness.ReasonOf(ServicePart.Outbox));
    }

    [Fact]
    [Trait("Fault", "27")]
    public async Task A_disk_that_is_full_again_is_told_again()
    {
        await FillAsync();
        _bench.Outbox.Writer.Script("PRAGMA max_page_count = 1000000");
        Directory.Delete(Probe);
        await _watch.LookAsync(Cancellation);
        Assert.Null(_readiness.ReasonOf(ServicePart.Outbox));

        await FillAsync(from: 1000);
        await _watch.LookAsync(Cancellation);
        Assert.NotNull(_readiness.ReasonOf(ServicePart.Outbox));
    }

    public async ValueTask DisposeAsync()
    {
        _watch.Dispose();
        await _bench.DisposeAsync();
    }

    /// <summary>Where the watch tries whether there is room; a folder of this name is none.</summary>
    private string Probe => $"{_bench.OutboxPath}.probe";

    private async Task FillAsync(int from = 1)
    {
        Directory.CreateDirectory(Probe);
        var pages = _bench.Outbox.Writer.Number("PRAGMA page_count");
        _bench.Outbox.Writer.Script($"PRAGMA max_page_count = {pages}");
        for (var number = from; _bench.Writer.LastRefusal is null || number == from; number++)
        {
            if (await Record.ExceptionAsync(() => _bench.SubmitAsync(number)) is LedgerFault) return;
        }
    }
}
