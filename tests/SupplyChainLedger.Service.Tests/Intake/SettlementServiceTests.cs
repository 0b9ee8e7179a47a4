using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Intake.Settlement;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Intake;

public sealed class SettlementServiceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_settlement_that_the_disk_held_up_goes_on_though_no_block_follows()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        bench.Chain.Mine();
        bench.Index.Follow();
        bench.Outbox.Writer.Script("PRAGMA query_only = 1");
        var time = new HandMovedTime();
        var log = new RecordedLog<SettlementService>();
        using var service = new SettlementService(bench.Index, bench.Settlement, time, log);

        await service.StartAsync(Cancellation);
        await time.RunUntilAsync(() => time.Timers > 0, Cancellation);
        Assert.Equal(EntryState.Sent, bench.Entry(entry).State);
        bench.Outbox.Writer.Script("PRAGMA query_only = 0");
        await time.RunUntilAsync(() => bench.Entry(entry).State == EntryState.Executed, Cancellation);

        Assert.Empty(log.Lines);
        await service.StopAsync(Cancellation);
    }
}
