using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Tests.Relay.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Intake;

public sealed class IntentProgressTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_waits_as_long_as_it_asked_for()
    {
        await using var bench = new Workbench(finalityDepth: 2);
        var entry = await bench.SubmitAsync(1);
        Assert.Equal(
            EntryState.Waiting, (await bench.Progress.WaitAsync(entry.Hash, WaitFor.Accepted, Cancellation)).State);
        var included = bench.Progress.WaitAsync(entry.Hash, WaitFor.Included, Cancellation);
        var final = bench.Progress.WaitAsync(entry.Hash, WaitFor.Final, Cancellation);
        await bench.RelayAsync();
        Assert.False(included.IsCompleted);

        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, (await included).State);
        Assert.False(final.IsCompleted);
        await bench.MineAsync(2);
        Assert.True((await final).IsFinal);
    }

    [Fact]
    public async Task A_caller_that_waits_for_an_inclusion_also_hears_of_another_end()
    {
        await using var bench = new Workbench(finalityDepth: 0);
        var entry = await bench.SubmitAsync(1, bench.Deadline(TimeSpan.FromMinutes(1)));
        var waiting = bench.Progress.WaitAsync(entry.Hash, WaitFor.Included, Cancellation);
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await bench.MineAsync();
        Assert.Equal(EntryState.Expired, (await waiting).State);
    }

    [Fact]
    public async Task A_caller_can_give_up_and_the_intent_goes_on()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1);
        using var patience = new CancellationTokenSource();
        var waiting = bench.Progress.WaitAsync(entry.Hash, WaitFor.Final, patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await bench.RelayAsync();
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
    }

    [Fact]
    public async Task A_reorganisation_does_not_confuse_who_waits_for_the_end()
    {
        await using var bench = new Workbench(finalityDepth: 3);
        var entry = await bench.SubmitAsync(1);
        var final = bench.Progress.WaitAsync(entry.Hash, WaitFor.Final, Cancellation);
        await bench.RelayAsync();
        await bench.MineAsync(2);
        bench.Chain.Reorganise(depth: 2, keepTransactions: false);
        await bench.MineAsync(3);
        Assert.False(final.IsCompleted);
        await bench.RelayAsync();
        await bench.MineAsync(4);
        Assert.Equal(EntryState.Executed, (await final).State);
    }

    [Fact]
    public async Task Nobody_waits_for_an_intent_that_is_not_there()
    {
        await using var bench = new Workbench();
        var fault = await Assert.ThrowsAsync<LedgerFault>(
            () => bench.Progress.WaitAsync(new IntentHash(Hash32.Zero), WaitFor.Final, Cancellation));
        Assert.Equal(ErrorReason.IntentNotFound, fault.Reason);
    }
}
