using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Relay;

public sealed class BatchTrustTests
{
    [Fact]
    public async Task Submissions_go_untried_once_a_batch_has_shown_what_they_need()
    {
        await using var bench = new Workbench();
        await SendAsync(bench, 1);
        Assert.Equal(1, bench.Chain.Trials);

        var entry = await SendAsync(bench, 2);
        Assert.Equal(1, bench.Chain.Trials);
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
    }

    [Fact]
    [Trait("Fault", "60")]
    public async Task One_bad_intent_does_not_sink_a_batch_that_goes_untried()
    {
        await using var bench = new Workbench();
        await SendAsync(bench, 1);
        await bench.RelayAsync();

        var good = await bench.SubmitAsync(2);
        var bad = await bench.AcceptAsync(bench.Submission(3), bench.SecondSupplierKey);
        bench.Chain.Ledger.Revoked.Add(bench.SecondSupplierKey.Address);
        await bench.RelayAsync();
        await bench.MineAsync();
        Assert.Equal(1, bench.Chain.Trials);
        Assert.Equal(EntryState.Executed, bench.Entry(good).State);
        Assert.Equal(EntryState.Rejected, bench.Entry(bad).State);
        Assert.NotNull(bench.Entry(bad).TransactionHash);
    }

    [Fact]
    public async Task After_a_refusal_batches_are_tried_out_again()
    {
        await using var bench = new Workbench();
        await SendAsync(bench, 1);
        await bench.RelayAsync();
        await bench.AcceptAsync(bench.Submission(2), bench.SecondSupplierKey);
        bench.Chain.Ledger.Revoked.Add(bench.SecondSupplierKey.Address);
        await bench.RelayAsync();
        await bench.MineAsync();

        var next = await bench.SubmitAsync(3);
        await bench.RelayAsync();
        await bench.MineAsync();
        Assert.Equal(2, bench.Chain.Trials);
        Assert.Equal(EntryState.Executed, bench.Entry(next).State);
    }

    [Fact]
    public async Task After_a_batch_that_failed_as_a_whole_the_next_one_is_tried_out()
    {
        await using var bench = new Workbench();
        await SendAsync(bench, 1);
        await bench.RelayAsync();

        var entry = await bench.SubmitAsync(2);
        await bench.RelayAsync();
        bench.Chain.GasPerIntent = 2_000_000;
        await bench.MineAsync();
        bench.Chain.GasPerIntent = 45_000;
        await bench.RelayAsync();
        await bench.MineAsync();
        Assert.Equal(2, bench.Chain.Trials);
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
    }

    private static async Task<OutboxEntry> SendAsync(Workbench bench, int number)
    {
        await bench.RelayAsync();
        var entry = await bench.SubmitAsync(number);
        await bench.RelayAsync();
        await bench.MineAsync();
        return entry;
    }
}
