using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Ethereum.Signing;
using SupplyChainLedger.Ethereum.Transactions;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Relay;

public sealed class RecoveryTests
{
    private sealed class Killed : Exception;

    private static ulong NonceOf(byte[] raw) => SignedTransaction.Decode(raw).Transaction.Nonce;

    [Fact]
    [Trait("Fault", "2")]
    public async Task Killed_after_acceptance_the_intent_is_delivered_once()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1);
        await bench.RestartAsync();
        await bench.RelayAsync();
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        Assert.Single(bench.Chain.Sent);
    }

    [Fact]
    [Trait("Fault", "3")]
    public async Task Killed_between_disk_and_node_the_same_bytes_are_sent()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1);
        bench.Chain.BeforeSend = static () => throw new Killed();
        await Assert.ThrowsAsync<Killed>(bench.RelayAsync);
        var promised = bench.Entry(entry).TransactionHash;
        Assert.Equal(EntryState.Sent, bench.Entry(entry).State);

        await bench.RestartAsync();
        bench.Chain.BeforeSend = null;
        await bench.RelayAsync();
        Assert.Equal(promised, Assert.Single(bench.Chain.Pool).Hash);
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        Assert.Equal(promised, bench.Entry(entry).TransactionHash);
    }

    [Fact]
    [Trait("Fault", "4")]
    public async Task Killed_before_the_nodes_answer_the_transaction_is_found_by_its_hash()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1);
        bench.Chain.AfterSend = static () => throw new Killed();
        await Assert.ThrowsAsync<Killed>(bench.RelayAsync);
        await bench.RestartAsync();
        bench.Chain.AfterSend = null;
        await bench.RelayAsync();
        Assert.Single(bench.Chain.Sent);
        await bench.MineAsync();
        await bench.RelayAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        Assert.Single(bench.Chain.Sent);
    }

    [Fact]
    public async Task Killed_while_it_is_mined_the_inclusion_is_seen_after_the_start()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        await bench.RestartAsync();
        await bench.MineAsync();
        Assert.False((await bench.RelayAsync()).HasSent);
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        Assert.Single(bench.Chain.Sent);
    }

    [Fact]
    public async Task A_node_that_is_away_delays_the_intent_and_nothing_more()
    {
        await using var bench = new Workbench();
        bench.Chain.IsAway = true;
        var entry = await bench.SubmitAsync(1);
        for (var i = 0; i < 3; i++) await Assert.ThrowsAsync<JsonRpcUnavailableException>(bench.RelayAsync);
        Assert.Equal(EntryState.Waiting, bench.Entry(entry).State);

        bench.Chain.IsAway = false;
        await bench.RelayAsync();
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        Assert.Single(bench.Chain.Sent);
    }

    [Fact]
    public async Task A_node_that_goes_away_in_the_middle_gets_the_same_bytes_when_it_is_back()
    {
        await using var bench = new Workbench();
        await bench.SubmitAsync(1);
        bench.Chain.BeforeSend = () => bench.Chain.IsAway = true;
        await Assert.ThrowsAsync<JsonRpcUnavailableException>(bench.RelayAsync);
        bench.Chain.ForgetPool();
        (bench.Chain.IsAway, bench.Chain.BeforeSend) = (false, null);
        await bench.RelayAsync();
        Assert.Single(bench.Chain.Pool);
        Assert.Equal(bench.Chain.Sent[0], bench.Chain.Sent[1]);
    }

    [Fact]
    [Trait("Fault", "24")]
    public async Task A_node_that_has_another_block_at_the_indexed_height_decides_nothing()
    {
        await using var bench = new Workbench();
        await bench.MineAsync();
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        using var stranger = PrivateKey.Generate();
        bench.Chain.Reorganise(depth: 1, keepTransactions: false);
        bench.Chain.Add(Foreign.Transaction(stranger, 0, intent, bench.SupplierKey));
        bench.Chain.Mine();

        var result = await bench.RelayTwiceAsync();

        Assert.NotNull(result.Obstacle);
        Assert.Equal(EntryState.Waiting, bench.Entry(entry).State);
    }

    [Fact]
    [Trait("Fault", "17")]
    public async Task A_node_that_forgot_a_transaction_gets_it_again()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        bench.Chain.ForgetPool();
        await bench.RelayAsync();
        Assert.Empty(bench.Chain.Pool);
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        await bench.RelayAsync();
        Assert.Equal(bench.Chain.Sent[0], bench.Chain.Sent[1]);
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
    }

    [Fact]
    [Trait("Fault", "34")]
    public async Task A_node_that_forgot_a_transaction_gets_it_again_though_the_clock_was_set_back()
    {
        await using var bench = new Workbench();
        await bench.SubmitAsync(1);
        await bench.RelayAsync();
        bench.Chain.ForgetPool();
        bench.Clock.SetBack(TimeSpan.FromHours(1));
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        await bench.RelayAsync();
        Assert.Equal(bench.Chain.Sent[0], bench.Chain.Sent[1]);
    }

    [Fact]
    [Trait("Fault", "17")]
    public async Task A_gap_is_filled_with_what_belongs_there()
    {
        await using var bench = new Workbench(new RelayOptions { MaxInFlight = 3 });
        var entries = new List<OutboxEntry>();
        for (var number = 1; number <= 3; number++)
        {
            entries.Add(await bench.SubmitAsync(number));
            await bench.RelayAsync();
        }

        var last = bench.Chain.Pool.Single(sent => sent.Transaction.Nonce == 2);
        bench.Chain.ForgetPool();
        bench.Chain.Add(last);
        await bench.MineAsync();
        Assert.Equal(EntryState.Sent, bench.Entry(entries[2]).State);
        await bench.RelayAsync();
        await bench.MineAsync();
        Assert.All(entries, entry => Assert.Equal(EntryState.Executed, bench.Entry(entry).State));
    }

    [Fact]
    [Trait("Fault", "17")]
    public async Task A_gap_that_was_never_the_relays_is_filled_though_all_places_are_taken()
    {
        await using var bench = new Workbench(new RelayOptions { MaxInFlight = 2 });
        bench.Chain.Add(Foreign.Empty(bench.Account.Key, nonce: 0));
        await bench.MineAsync();
        var entries = new List<OutboxEntry>();
        for (var number = 1; number <= 2; number++)
        {
            entries.Add(await bench.SubmitAsync(number));
            await bench.RelayAsync();
        }

        bench.Chain.Reorganise(depth: 1, keepTransactions: false);
        await bench.MineAsync();
        await bench.RelayAsync();
        await bench.MineAsync();

        Assert.All(entries, entry => Assert.Equal(EntryState.Executed, bench.Entry(entry).State));
        await bench.RelayAsync();
        Assert.Equal([1ul, 2ul, 0ul], bench.Chain.Sent.Select(static raw => NonceOf(raw)));
    }

    [Fact]
    public async Task A_transaction_that_fell_out_of_the_chain_is_sent_again_from_its_bytes()
    {
        await using var bench = new Workbench(finalityDepth: 6);
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        await bench.MineAsync(2);
        await bench.RelayAsync();
        bench.Chain.Reorganise(depth: 2, keepTransactions: false);
        await bench.MineAsync(3);
        await bench.RelayAsync();
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        Assert.Equal(2, bench.Chain.Sent.Count);
        Assert.Equal(bench.Chain.Sent[0], bench.Chain.Sent[1]);
    }

    [Fact]
    public async Task A_node_that_counts_a_transaction_before_it_shows_it_confuses_nobody()
    {
        await using var bench = new Workbench(finalityDepth: 0);
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        await bench.RelayAsync();
        bench.Chain.Mine();
        bench.Chain.IsAheadOfItself = true;
        await bench.RelayAsync();
        Assert.Equal(EntryState.Sent, bench.Entry(entry).State);

        bench.Chain.IsAheadOfItself = false;
        await bench.FollowAsync();
        await bench.RelayAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        Assert.Single(bench.Chain.Sent);
    }

    [Fact]
    public async Task A_nonce_whose_inclusion_was_seen_before_the_index_is_not_used_again()
    {
        await using var bench = new Workbench();
        var first = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        bench.Chain.Mine();
        bench.Chain.IsCountedAhead = true;
        await bench.RelayAsync();
        bench.Chain.IsCountedAhead = false;
        var second = await bench.SubmitAsync(2);
        Assert.True((await bench.RelayAsync()).HasSent);
        Assert.Equal(1UL, Assert.Single(bench.Chain.Pool).Transaction.Nonce);
        await bench.FollowAsync();
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(first).State);
        Assert.Equal(EntryState.Executed, bench.Entry(second).State);
        Assert.Equal(2, bench.Chain.Sent.Count);
    }

    [Fact]
    public async Task An_intent_that_a_node_knows_to_be_executed_before_it_shows_the_block_is_not_cancelled()
    {
        await using var bench = new Workbench(finalityDepth: 0);
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        bench.Chain.Add(Foreign.Transaction(bench.BuyerKey, 0, intent, bench.SupplierKey));
        bench.Chain.Mine();
        bench.Chain.IsAheadOfItself = true;
        await bench.RelayAsync();
        Assert.Equal(EntryState.Waiting, bench.Entry(entry).State);

        bench.Chain.IsAheadOfItself = false;
        await bench.FollowAsync();
        await bench.RelayAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        Assert.Empty(bench.Chain.Sent);
    }

    [Fact]
    [Trait("Fault", "13")]
    public async Task A_nonce_that_something_else_spent_costs_one_warning_and_a_new_transaction()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        bench.Chain.Add(Foreign.Empty(bench.Account.Key, nonce: 0));
        bench.Chain.Mine();

        // Before the index is there, nobody can tell what the other transaction carried.
        Assert.False((await bench.RelayTwiceAsync()).HasSent);
        Assert.Equal(EntryState.Sent, bench.Entry(entry).State);
        await bench.FollowAsync();
        Assert.True((await bench.RelayTwiceAsync()).HasSent);
        await bench.MineAsync();
        var executed = bench.Entry(entry);
        Assert.Equal(EntryState.Executed, executed.State);
        Assert.Equal(1UL, Assert.Single(bench.Chain.Tip.Transactions).Transaction.Nonce);
    }

    [Fact]
    public async Task A_nonce_that_something_else_spent_with_the_same_intent_needs_no_new_transaction()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        await bench.RelayAsync();
        bench.Chain.Add(Foreign.Transaction(bench.Account.Key, 0, intent, bench.SupplierKey));
        bench.Chain.Mine();
        bench.Index.Follow();
        Assert.False((await bench.RelayTwiceAsync()).HasSent);
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
    }

    [Fact]
    public async Task A_transaction_that_failed_as_a_whole_lets_its_intents_go_again()
    {
        await using var bench = new Workbench();
        var entries = await bench.SubmitManyAsync(10);
        await bench.RelayAsync();
        bench.Chain.GasPerIntent = 110_000;
        await bench.MineAsync();
        Assert.Single(bench.Chain.Tip.Reverted);
        await bench.RelayAsync();
        await bench.MineAsync();
        Assert.All(entries, entry => Assert.Equal(EntryState.Executed, bench.Entry(entry).State));
    }

    [Fact]
    public async Task Another_relay_account_follows_what_the_former_one_sent()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        bench.Chain.ForgetPool();
        bench.Account = new RelayAccount(PrivateKey.Generate());
        await bench.RestartAsync();
        var second = await bench.SubmitAsync(2);
        await bench.RelayAsync();
        Assert.Equal(2, bench.Chain.Pool.Count());
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        Assert.Equal(EntryState.Executed, bench.Entry(second).State);
    }
}
