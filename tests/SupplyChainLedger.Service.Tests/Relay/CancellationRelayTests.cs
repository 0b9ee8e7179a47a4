using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum.Transactions;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Relay;

/// <summary>An intent and its cancellation on their way: which goes first, and what both come to.</summary>
public sealed class CancellationRelayTests
{
    [Fact]
    [Trait("Fault", "55")]
    public async Task A_waiting_intent_stays_behind_its_cancellation_and_both_end_by_it()
    {
        await using var bench = new Workbench(new RelayOptions { MaxFeePerGas = 1 });
        var (entry, cancellation) = await BothAsync(bench);
        Assert.Contains("fee", (await bench.RelayAsync()).Obstacle, StringComparison.Ordinal);
        Assert.Empty(bench.Chain.Sent);
        bench.Chain.BaseFee = bench.Chain.PriorityFee = 0;
        bench.Chain.Mine();
        await bench.FollowAsync();

        Assert.True((await bench.RelayAsync()).HasSent);
        Assert.False((await bench.RelayAsync()).HasSent);
        Assert.Equal([cancellation.Hash], SentIn(bench, Assert.Single(bench.Chain.Pool)));
        await bench.MineAsync();

        AssertCancelled(bench, entry, cancellation, isFinal: false);
        await bench.RelayAsync();
        await bench.MineAsync(4);
        AssertCancelled(bench, entry, cancellation, isFinal: true);
        Assert.Single(bench.Chain.Sent);
    }

    [Fact]
    public async Task Others_do_not_wait_for_it()
    {
        await using var bench = new Workbench();
        var (_, cancellation) = await BothAsync(bench);
        var other = await bench.SubmitAsync(2);

        await bench.RelayAsync();

        Assert.Equal([cancellation.Hash, other.Hash], SentIn(bench, Assert.Single(bench.Chain.Pool)));
    }

    [Fact]
    public async Task Where_the_intent_is_sent_and_lands_first_the_cancellation_is_the_one_that_ends_cancelled()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        await bench.RelayAsync();
        var cancellation = await bench.AcceptAsync(bench.Cancellation(intent));
        await bench.RelayAsync();
        Assert.Equal(2, bench.Chain.Pool.Count());

        await bench.MineAsync(4);

        Assert.Equal((EntryState.Executed, true), StateOf(bench, entry));
        Assert.Equal((EntryState.Cancelled, true), StateOf(bench, cancellation));
        Assert.Equal(
            "NonceAlreadyUsed", ContractReasons.Decode(bench.Entry(cancellation).Outcome!.Reason.Span).Name);
    }

    [Fact]
    public async Task Where_the_intent_is_sent_and_somebody_else_brings_the_cancellation_first_both_end_by_it()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        await bench.RelayAsync();
        var cancelling = bench.Cancellation(intent);
        var cancellation = await bench.AcceptAsync(cancelling);
        var faster = Foreign.Transaction(bench.BuyerKey, 0, cancelling, bench.SupplierKey);
        var sent = Assert.Single(bench.Chain.Pool);
        bench.Chain.ForgetPool();
        bench.Chain.Add(faster);
        await bench.MineAsync();
        AssertCancelled(bench, entry, cancellation, isFinal: false);

        bench.Chain.Add(sent);
        await bench.RelayAsync();
        await bench.MineAsync(4);

        AssertCancelled(bench, entry, cancellation, isFinal: true);
        Assert.Equal(faster.Hash, bench.Entry(entry).TransactionHash);
    }

    [Fact]
    public async Task A_cancellation_that_this_service_never_saw_ends_the_intent_as_well()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        await bench.FollowAsync();
        var foreign = Foreign.Transaction(bench.BuyerKey, 0, bench.Cancellation(intent), bench.SupplierKey);
        bench.Chain.Add(foreign);

        await bench.MineAsync(4);

        Assert.Equal((EntryState.Cancelled, true), StateOf(bench, entry));
        Assert.Equal(foreign.Hash, bench.Entry(entry).TransactionHash);
        await bench.RelayAsync();
        Assert.Empty(bench.Chain.Sent);
    }

    [Fact]
    [Trait("Fault", "11")]
    public async Task When_the_block_of_the_cancellation_falls_out_both_are_open_again_and_end_once()
    {
        await using var bench = new Workbench();
        var (entry, cancellation) = await BothAsync(bench);
        await bench.RelayAsync();
        await bench.MineAsync();
        AssertCancelled(bench, entry, cancellation, isFinal: false);

        bench.Chain.Reorganise(1, keepTransactions: false);
        bench.Chain.Mine();
        await bench.FollowAsync();
        Assert.Equal((EntryState.Waiting, false), StateOf(bench, entry));
        Assert.Equal((EntryState.Sent, false), StateOf(bench, cancellation));

        await bench.RestartAsync();
        await bench.RelayAsync();
        Assert.Equal([cancellation.Hash], SentIn(bench, Assert.Single(bench.Chain.Pool)));
        await bench.MineAsync(4);
        AssertCancelled(bench, entry, cancellation, isFinal: true);
    }

    [Fact]
    [Trait("Fault", "11")]
    public async Task On_another_branch_the_intent_may_win()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        var cancellation = await bench.AcceptAsync(bench.Cancellation(intent));
        await bench.RelayAsync();
        await bench.MineAsync();
        bench.Chain.Reorganise(1, keepTransactions: true);
        var cancelling = Assert.Single(bench.Chain.Pool);
        bench.Chain.ForgetPool();
        bench.Chain.Add(Foreign.Transaction(bench.BuyerKey, 0, intent, bench.SupplierKey));
        bench.Chain.Mine();
        bench.Chain.Add(cancelling);

        await bench.MineAsync();
        await bench.RelayAsync();
        await bench.MineAsync(4);

        Assert.Equal((EntryState.Executed, true), StateOf(bench, entry));
        Assert.Equal((EntryState.Cancelled, true), StateOf(bench, cancellation));
    }

    [Fact]
    [Trait("Fault", "2")]
    public async Task After_a_restart_the_cancellation_still_goes_first()
    {
        await using var bench = new Workbench();
        var (entry, cancellation) = await BothAsync(bench);
        await bench.RestartAsync();

        await bench.RelayAsync();
        bench.Chain.Mine();
        await bench.RestartAsync();
        await bench.FollowAsync();

        AssertCancelled(bench, entry, cancellation, isFinal: false);
    }

    [Fact]
    public async Task A_cancellation_that_expires_lets_the_intent_go_on()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        var cancellation = await bench.AcceptAsync(
            bench.Cancellation(intent, bench.Deadline(TimeSpan.FromMinutes(1))));
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await bench.MineAsync(4);
        Assert.Equal((EntryState.Expired, true), StateOf(bench, cancellation));

        await bench.RelayAsync();
        await bench.MineAsync();

        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
    }

    private static async Task<(OutboxEntry Entry, OutboxEntry Cancellation)> BothAsync(Workbench bench)
    {
        var intent = bench.Submission(1);
        return (await bench.AcceptAsync(intent), await bench.AcceptAsync(bench.Cancellation(intent)));
    }

    private static void AssertCancelled(Workbench bench, OutboxEntry entry, OutboxEntry cancellation, bool isFinal)
    {
        var (cancelled, spent) = (bench.Entry(entry), bench.Entry(cancellation));
        Assert.Equal((EntryState.Executed, isFinal), (spent.State, spent.IsFinal));
        Assert.Equal((EntryState.Cancelled, isFinal), (cancelled.State, cancelled.IsFinal));
        Assert.Equal(spent.Outcome!.Block, cancelled.Outcome!.Block);
        Assert.Equal(spent.Outcome.TransactionHash, cancelled.Outcome.TransactionHash);
        Assert.Equal(spent.Outcome.LogIndex, cancelled.Outcome.LogIndex);
        Assert.Equal("NonceAlreadyUsed", ContractReasons.Decode(cancelled.Outcome.Reason.Span).Name);
    }

    private static (EntryState State, bool IsFinal) StateOf(Workbench bench, OutboxEntry earlier)
    {
        var entry = bench.Entry(earlier);
        return (entry.State, entry.IsFinal);
    }

    private static IEnumerable<IntentHash> SentIn(Workbench bench, SignedTransaction transaction) =>
        LedgerCalls.Execute.DecodeCall(transaction.Transaction.Data).Select(bench.Chain.Ledger.HashOf);
}
