using System.Numerics;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum.Transactions;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Relay;

public sealed class DeliveryTests
{
    [Fact]
    public async Task What_waits_goes_in_one_transaction()
    {
        await using var bench = new Workbench();
        var entries = await bench.SubmitManyAsync(50);
        Assert.True((await bench.RelayAsync()).HasSent);
        Assert.Single(bench.Chain.Pool);
        Assert.Equal(1, bench.Index.Nudges);
        await bench.MineAsync();
        Assert.All(entries, entry => Assert.Equal(EntryState.Executed, bench.Entry(entry).State));
    }

    [Fact]
    [Trait("Fault", "19")]
    public async Task A_chain_that_makes_no_block_is_named_as_what_holds_up()
    {
        await using var bench = new Workbench();
        await bench.SubmitAsync(1);
        await bench.RelayAsync();
        Assert.Null((await bench.RelayAsync()).Obstacle);

        bench.Clock.Advance(bench.RelayOptions.StuckAfter);
        Assert.StartsWith(
            "the chain has made no block since", (await bench.RelayAsync()).Obstacle, StringComparison.Ordinal);

        await bench.MineAsync();
        Assert.Null((await bench.RelayAsync()).Obstacle);
    }

    [Fact]
    [Trait("Fault", "60")]
    public async Task One_bad_intent_does_not_sink_its_batch()
    {
        await using var bench = new Workbench();
        var good = await bench.SubmitManyAsync(20);
        var bad = await bench.AcceptAsync(bench.Submission(21), bench.SecondSupplierKey);
        bench.Chain.Ledger.Revoked.Add(bench.SecondSupplierKey.Address);
        await bench.RelayTwiceAsync();
        await bench.MineAsync();
        Assert.All(good, entry => Assert.Equal(EntryState.Executed, bench.Entry(entry).State));
        Assert.Equal(EntryState.Rejected, bench.Entry(bad).State);
        Assert.Null(bench.Entry(bad).TransactionHash);
    }

    [Fact]
    public async Task An_inadmissible_intent_is_sent_so_that_the_chain_records_why()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1);
        bench.Chain.Ledger.Inadmissible.Add(entry.Hash);
        await bench.RelayAsync();
        await bench.MineAsync();
        Assert.Equal(EntryState.Rejected, bench.Entry(entry).State);
        Assert.NotNull(bench.Entry(entry).TransactionHash);
    }

    [Fact]
    [Trait("Fault", "15")]
    public async Task Two_intents_that_race_for_one_thing_hurt_nobody_else_in_the_batch()
    {
        await using var bench = new Workbench();
        var entries = await bench.SubmitManyAsync(3);
        await bench.RelayAsync();
        bench.Chain.Ledger.Inadmissible.Add(entries[1].Hash);
        await bench.MineAsync();
        Assert.Equal(
            [EntryState.Executed, EntryState.Rejected, EntryState.Executed],
            entries.Select(entry => bench.Entry(entry).State));
    }

    [Fact]
    public async Task A_batch_stays_within_the_gas_that_a_block_and_a_transaction_may_use()
    {
        await using var bench = new Workbench(new RelayOptions { MaxCallBytes = 10_000_000, MaxInFlight = 100 });
        bench.Chain.GasPerIntent = 120_000;
        bench.Chain.BlockGasLimit = 5_000_000;
        await bench.MineAsync();
        var entries = await bench.SubmitManyAsync(100);
        while ((await bench.RelayAsync()).HasSent)
        {
        }

        Assert.All(bench.Chain.Pool, sent => Assert.InRange(sent.Transaction.GasLimit, 1UL, 5_000_000UL));
        await bench.MineAsync();
        Assert.All(entries, entry => Assert.Equal(EntryState.Executed, bench.Entry(entry).State));
        Assert.InRange(bench.Chain.Blocks[^1].Transactions.Count, 3, 6);
    }

    [Fact]
    public async Task An_intent_that_fits_into_no_transaction_holds_up_nobody()
    {
        await using var bench = new Workbench();
        var entries = await bench.SubmitManyAsync(4);
        bench.Chain.Greedy.Add(entries[0].Hash);
        for (var i = 0; i < 3; i++) await bench.RelayAsync();
        await bench.MineAsync();
        Assert.Equal(EntryState.Waiting, bench.Entry(entries[0]).State);
        Assert.All(entries.Skip(1), entry => Assert.Equal(EntryState.Executed, bench.Entry(entry).State));
    }

    [Fact]
    public async Task A_batch_stays_within_the_bytes_that_a_node_takes()
    {
        await using var bench = new Workbench(new RelayOptions { MaxCallBytes = 10_000, MaxInFlight = 100 });
        await bench.SubmitManyAsync(40);
        while ((await bench.RelayAsync()).HasSent)
        {
        }

        Assert.All(bench.Chain.Pool, sent => Assert.InRange(sent.Raw.Length, 1, 14_000));
        Assert.InRange(bench.Chain.Pool.Count(), 3, 8);
    }

    [Fact]
    public async Task The_next_batch_gathers_while_as_many_as_may_be_are_on_their_way()
    {
        await using var bench = new Workbench(new RelayOptions { MaxInFlight = 2 });
        for (var number = 1; number <= 4; number++)
        {
            await bench.SubmitAsync(number);
            await bench.RelayAsync();
        }

        Assert.Equal(2, bench.Chain.Pool.Count());
        await bench.MineAsync();
        await bench.RelayAsync();
        var third = Assert.Single(bench.Chain.Pool);
        Assert.Equal(2, LedgerCalls.Execute.DecodeCall(third.Transaction.Data).Length);
        Assert.Equal(2UL, third.Transaction.Nonce);
    }

    [Fact]
    public async Task Nothing_new_is_sent_while_the_index_is_far_behind()
    {
        await using var bench = new Workbench(new RelayOptions { MaxIndexLag = 3 });
        for (var i = 0; i < 10; i++) bench.Chain.Mine();
        bench.Index.Follow(upTo: 4);
        await bench.SubmitAsync(1);
        Assert.Contains("far behind the chain", (await bench.RelayAsync()).Obstacle, StringComparison.Ordinal);
        await bench.FollowAsync();
        Assert.True((await bench.RelayAsync()).HasSent);
    }

    [Fact]
    public async Task A_chain_without_a_fee_market_gets_legacy_transactions()
    {
        await using var bench = new Workbench();
        bench.Chain.BaseFee = null;
        bench.Chain.PriorityFee = 7;
        bench.Chain.Mine();
        await bench.FollowAsync();
        await bench.SubmitAsync(1);
        await bench.RelayAsync();
        var legacy = Assert.IsType<LegacyTransaction>(Assert.Single(bench.Chain.Pool).Transaction);
        Assert.Equal(7, legacy.GasPrice);
        Assert.Equal(Workbench.ChainId, legacy.ChainId);
    }

    [Fact]
    public async Task A_network_where_gas_costs_nothing_needs_no_funds()
    {
        await using var bench = new Workbench();
        bench.Chain.BaseFee = 0;
        bench.Chain.PriorityFee = 0;
        bench.Chain.Mine();
        await bench.FollowAsync();
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        var sent = Assert.IsType<Eip1559Transaction>(Assert.Single(bench.Chain.Pool).Transaction);
        Assert.Equal(BigInteger.Zero, sent.MaxFeePerGas);
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
    }
}
