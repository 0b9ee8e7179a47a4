using System.Numerics;
using SupplyChainLedger.Ethereum.Transactions;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Service.Relay.Fees;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Relay;

public sealed class FeeTests
{
    private static readonly BigInteger Gwei = 1_000_000_000;

    [Fact]
    [Trait("Fault", "16")]
    public async Task A_transaction_that_no_block_takes_is_replaced_on_its_own_nonce()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        var first = Assert.Single(bench.Chain.Pool);
        bench.Chain.BaseFee = 50 * Gwei;
        await bench.MineAsync();
        await bench.RelayAsync();

        var second = Assert.Single(bench.Chain.Pool);
        Assert.NotEqual(first.Hash, second.Hash);
        Assert.Equal(first.Transaction.Nonce, second.Transaction.Nonce);
        Assert.Equal(first.Transaction.Data, second.Transaction.Data);
        Assert.Equal(second.Hash, bench.Entry(entry).TransactionHash);
        var before = Assert.IsType<Eip1559Transaction>(first.Transaction);
        var after = Assert.IsType<Eip1559Transaction>(second.Transaction);
        Assert.True(after.MaxFeePerGas * 8 >= before.MaxFeePerGas * 9);
        Assert.True(after.MaxPriorityFeePerGas * 8 >= before.MaxPriorityFeePerGas * 9);
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
    }

    [Fact]
    [Trait("Fault", "34")]
    public async Task A_clock_that_was_set_back_makes_no_transaction_young_for_ever()
    {
        await using var bench = new Workbench(
            new RelayOptions { StuckAfter = TimeSpan.FromSeconds(30), StuckBlocks = 3 });
        await bench.SubmitAsync(1);
        await bench.RelayAsync();
        var first = Assert.Single(bench.Chain.Pool);
        bench.Chain.ForgetPool();
        bench.Clock.SetBack(TimeSpan.FromHours(1));
        await bench.MineAsync(3);
        await bench.RelayAsync();
        Assert.NotEqual(first.Hash, Assert.Single(bench.Chain.Pool).Hash);
    }

    [Fact]
    public async Task A_transaction_is_stuck_only_after_both_time_and_blocks_have_passed()
    {
        await using var bench = new Workbench(
            new RelayOptions { StuckAfter = TimeSpan.FromSeconds(30), StuckBlocks = 3 });
        await bench.SubmitAsync(1);
        await bench.RelayAsync();
        var first = Assert.Single(bench.Chain.Pool);
        bench.Chain.ForgetPool();
        bench.Clock.Advance(TimeSpan.FromSeconds(60));
        await bench.MineAsync(2);
        await bench.RelayAsync();
        Assert.Equal(first.Hash, Assert.Single(bench.Chain.Pool).Hash);
        bench.Chain.ForgetPool();
        await bench.MineAsync();
        await bench.RelayAsync();
        Assert.NotEqual(first.Hash, Assert.Single(bench.Chain.Pool).Hash);
    }

    [Fact]
    public async Task Any_attempt_may_land()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        var first = Assert.Single(bench.Chain.Pool);
        bench.Chain.BaseFee = 50 * Gwei;
        await bench.MineAsync();
        await bench.RelayAsync();
        bench.Chain.ForgetPool();
        bench.Chain.Add(first);
        bench.Chain.BaseFee = Gwei;
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        Assert.Equal(first.Hash, bench.Entry(entry).TransactionHash);
        Assert.False((await bench.RelayAsync()).HasSent);
        Assert.Empty(bench.Chain.Pool);
    }

    [Fact]
    [Trait("Fault", "16")]
    public async Task The_cap_is_kept_and_the_operator_hears_of_it()
    {
        await using var bench = new Workbench(new RelayOptions { MaxFeePerGas = 4 * Gwei });
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        bench.Chain.BaseFee = 50 * Gwei;
        for (var i = 0; i < 10; i++)
        {
            await bench.MineAsync();
            var result = await bench.RelayAsync();
            if (i > 1) Assert.Contains("cannot be raised within the cap", result.Obstacle, StringComparison.Ordinal);
        }

        var sent = Assert.IsType<Eip1559Transaction>(Assert.Single(bench.Chain.Pool).Transaction);
        Assert.InRange(sent.MaxFeePerGas, BigInteger.Zero, 4 * Gwei);
        bench.Chain.BaseFee = Gwei;
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
    }

    [Fact]
    public async Task An_account_without_funds_holds_up_and_drains_when_it_has_some()
    {
        await using var bench = new Workbench();
        bench.Chain.IsBroke = true;
        var first = await bench.SubmitAsync(1);
        Assert.Contains("cannot pay", (await bench.RelayAsync()).Obstacle, StringComparison.Ordinal);
        var second = await bench.SubmitAsync(2);
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains("send it funds", (await bench.RelayAsync()).Obstacle, StringComparison.Ordinal);
        Assert.Equal(EntryState.Waiting, bench.Entry(second).State);

        bench.Chain.IsBroke = false;
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        await bench.RelayAsync();
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(first).State);
        Assert.Equal(EntryState.Executed, bench.Entry(second).State);
        Assert.All(bench.Chain.Sent.Take(2), raw => Assert.Equal(bench.Chain.Sent[0], raw));
    }

    [Theory]
    [Trait("Fault", "16")]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(1_000_000_000, 1)]
    public void A_raise_is_an_eighth_at_least(long maxFee, long priorityFee)
    {
        var policy = new FeePolicy(new RelayOptions());
        var before = new FeeOffer(maxFee, priorityFee);
        if (policy.Raise(before, new FeeOffer(1, 0)) is not { } raised)
        {
            Assert.Fail("There is room below the cap.");
            return;
        }

        Assert.True(raised.MaxFee * 8 >= before.MaxFee * 9 && raised.MaxFee > before.MaxFee);
        Assert.True(raised.PriorityFee * 8 >= before.PriorityFee * 9 && raised.PriorityFee > before.PriorityFee);
        Assert.True(raised.PriorityFee <= raised.MaxFee);
    }

    [Fact]
    public void An_echo_of_high_offers_is_not_followed()
    {
        var policy = new FeePolicy(new RelayOptions());
        var offer = policy.Offer(baseFee: Gwei, gasPrice: 216 * Gwei);
        Assert.Equal(new FeeOffer(4 * Gwei, 2 * Gwei), offer);
    }

    [Fact]
    public void Where_gas_costs_nothing_there_is_nothing_to_raise()
    {
        var policy = new FeePolicy(new RelayOptions());
        Assert.Null(policy.Raise(new FeeOffer(0, 0), policy.Offer(baseFee: 0, gasPrice: 0)));
        Assert.Null(policy.Raise(new FeeOffer(0, null), policy.Offer(baseFee: null, gasPrice: 0)));
    }
}
