using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Tests.Relay.Support;

namespace SupplyChainLedger.Service.Tests.Intake;

public sealed class SettlementTests
{
    [Fact]
    public async Task An_intent_is_executed_when_the_index_says_so_and_not_before()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        var block = bench.Chain.Mine();
        Assert.Equal(EntryState.Sent, bench.Entry(entry).State);

        await bench.FollowAsync();
        var executed = bench.Entry(entry);
        Assert.Equal(EntryState.Executed, executed.State);
        Assert.False(executed.IsFinal);
        Assert.Equal(block.Ref, executed.Outcome!.Block);
        Assert.Equal(block.Transactions[0].Hash, executed.TransactionHash);
    }

    [Fact]
    public async Task An_outcome_is_final_when_its_block_is()
    {
        await using var bench = new Workbench(finalityDepth: 2);
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        await bench.MineAsync(2);
        Assert.False(bench.Entry(entry).IsFinal);
        await bench.MineAsync();
        Assert.True(bench.Entry(entry).IsFinal);
    }

    [Fact]
    public async Task An_intent_that_somebody_else_carried_to_the_chain_counts_as_well()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        await bench.RelayAsync();
        var faster = Foreign.Transaction(bench.BuyerKey, 0, intent, bench.SupplierKey);
        bench.Chain.Add(faster);
        await bench.MineAsync();

        var executed = bench.Entry(entry);
        Assert.Equal(EntryState.Executed, executed.State);
        Assert.Equal(faster.Hash, executed.TransactionHash);
        await bench.RelayAsync();
        await bench.MineAsync(4);
        Assert.Equal(
            (EntryState.Executed, true, executed.Outcome!.Block, (Hash32?)faster.Hash), bench.Standing(entry));
    }

    [Fact]
    public async Task An_index_that_has_not_heard_of_the_node_yet_takes_back_nothing_even_where_the_chain_may_lose_blocks()
    {
        await using var bench = new Workbench(intake: new IntakeOptions { AllowChainRegression = true });
        await bench.MineAsync(2);
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        await bench.MineAsync(4);
        var executed = bench.Standing(entry);
        await bench.RestartAsync();

        bench.Index.Clear();
        await bench.SettleAsync(bench.Index.Follow(upTo: 2) with { ChainHead = 0 });

        Assert.Equal(executed, bench.Standing(entry));
    }

    [Fact]
    public async Task A_rejected_intent_keeps_the_ledgers_reason()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1);
        var entry = await bench.AcceptAsync(intent);
        bench.Chain.Ledger.Inadmissible.Add(entry.Hash);
        await bench.RelayAsync();
        await bench.MineAsync(3);

        var rejected = bench.Entry(entry);
        Assert.Equal(EntryState.Rejected, rejected.State);
        Assert.Equal(IntentVerdict.Rejected, rejected.Outcome!.Verdict);
        Assert.False(rejected.Outcome.Reason.IsEmpty);
        Assert.True(rejected.IsFinal);
    }

    [Fact]
    public async Task A_nonce_that_another_intent_spent_cancels_the_intent()
    {
        await using var bench = new Workbench();
        var nonce = bench.NextNonce();
        var entry = await bench.AcceptAsync(bench.Submission(1, nonce: nonce));
        bench.Chain.Add(
            Foreign.Transaction(bench.BuyerKey, 0, bench.Submission(2, nonce: nonce), bench.SupplierKey));
        await bench.MineAsync();
        Assert.Equal(EntryState.Waiting, bench.Entry(entry).State);

        await bench.RelayTwiceAsync();
        Assert.Equal(EntryState.Cancelled, bench.Entry(entry).State);
        Assert.Empty(bench.Chain.Sent);
        await bench.MineAsync(2);
        Assert.True(bench.Entry(entry).IsFinal);
    }

    [Fact]
    public async Task A_refused_intent_is_rejected_for_good_only_when_no_other_signature_can_save_it()
    {
        await using var bench = new Workbench();
        var intent = bench.Submission(1, deadline: bench.Deadline(TimeSpan.FromHours(1)));
        var entry = await bench.AcceptAsync(intent);
        bench.Chain.Ledger.Revoked.Add(bench.SupplierKey.Address);
        await bench.RelayTwiceAsync();
        await bench.MineAsync(5);
        Assert.Equal(EntryState.Rejected, bench.Entry(entry).State);
        Assert.False(bench.Entry(entry).IsFinal);

        bench.Chain.Add(Foreign.Transaction(bench.BuyerKey, 0, intent, bench.SecondSupplierKey));
        await bench.MineAsync(3);
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        Assert.True(bench.Entry(entry).IsFinal);
    }

    [Fact]
    public async Task A_refused_intent_is_final_once_its_deadline_has_passed()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1, bench.Deadline(TimeSpan.FromHours(1)));
        bench.Chain.Ledger.Revoked.Add(bench.SupplierKey.Address);
        await bench.RelayTwiceAsync();
        bench.Clock.Advance(TimeSpan.FromHours(2));
        await bench.MineAsync(4);
        Assert.Equal(EntryState.Rejected, bench.Entry(entry).State);
        Assert.True(bench.Entry(entry).IsFinal);
    }

    [Fact]
    [Trait("Fault", "34")]
    public async Task An_intent_expires_by_the_time_of_a_final_block_and_not_by_the_clock()
    {
        await using var bench = new Workbench(finalityDepth: 2);
        var entry = await bench.SubmitAsync(1, bench.Deadline(TimeSpan.FromMinutes(1)));
        bench.Chain.IsAway = true;
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await bench.FollowAsync();
        Assert.Equal(EntryState.Waiting, bench.Entry(entry).State);

        await bench.MineAsync(2);
        Assert.Equal(EntryState.Waiting, bench.Entry(entry).State);
        await bench.MineAsync();
        Assert.Equal(EntryState.Expired, bench.Entry(entry).State);
        Assert.True(bench.Entry(entry).IsFinal);
    }

    [Fact]
    public async Task A_sent_intent_that_the_chain_took_too_late_is_expired_by_the_chains_word()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1, bench.Deadline(TimeSpan.FromMinutes(1)));
        await bench.RelayAsync();
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await bench.MineAsync();
        var expired = bench.Entry(entry);
        Assert.Equal(EntryState.Expired, expired.State);
        Assert.Equal(IntentVerdict.Refused, expired.Outcome!.Verdict);
        await bench.MineAsync(2);
        Assert.True(bench.Entry(entry).IsFinal);
    }

    [Fact]
    public async Task An_intent_that_came_too_early_for_a_slow_chain_is_sent_again_in_time()
    {
        await using var bench = new Workbench();
        bench.Chain.Slowness = TimeSpan.FromSeconds(60);
        await bench.MineAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(10));
        var entry = await bench.SubmitAsync(1, bench.Deadline(TimeSpan.FromDays(30)));
        await bench.RelayAsync();
        await bench.MineAsync();
        Assert.Equal(EntryState.Waiting, bench.Entry(entry).State);
        Assert.False((await bench.RelayAsync()).HasSent);

        bench.Clock.Advance(TimeSpan.FromSeconds(90));
        await bench.MineAsync();
        Assert.True((await bench.RelayAsync()).HasSent);
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
    }

    [Fact]
    public async Task What_a_reorganisation_takes_back_is_on_its_way_again()
    {
        await using var bench = new Workbench(finalityDepth: 6);
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        await bench.MineAsync(2);
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);

        bench.Chain.Reorganise(depth: 2, keepTransactions: false);
        await bench.MineAsync(3);
        Assert.Equal(EntryState.Sent, bench.Entry(entry).State);
        Assert.Null(bench.Entry(entry).Outcome);
    }

    [Fact]
    public async Task What_is_taken_back_is_noticed_also_when_the_index_was_seen_before_it_had_the_other_block()
    {
        await using var bench = new Workbench(finalityDepth: 6);
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        await bench.MineAsync();
        bench.Chain.Reorganise(depth: 1, keepTransactions: false);

        await bench.SettleAsync(bench.Index.Follow(upTo: 1));
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        await bench.MineAsync();

        Assert.Equal(EntryState.Sent, bench.Entry(entry).State);
    }

    [Fact]
    public async Task A_block_that_is_gone_is_found_after_a_kill_also_below_one_that_stands()
    {
        await using var bench = new Workbench(finalityDepth: 6);
        var lost = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        await bench.MineAsync();
        bench.Chain.Reorganise(depth: 1, keepTransactions: false);
        await bench.SettleAsync(bench.Index.Follow(upTo: 1));
        var standing = await bench.SubmitAsync(2);
        await bench.RelayAsync();
        bench.Chain.Mine();
        bench.Index.Follow();
        await bench.RestartAsync();

        await bench.FollowAsync();

        Assert.Equal(EntryState.Sent, bench.Entry(lost).State);
        Assert.Equal(EntryState.Sent, bench.Entry(standing).State);
    }

    [Fact]
    public async Task An_inclusion_moves_when_another_block_takes_the_same_transaction()
    {
        await using var bench = new Workbench(finalityDepth: 6);
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        await bench.MineAsync();
        bench.Chain.Reorganise(depth: 1, keepTransactions: true);
        await bench.MineAsync(2);
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        Assert.Equal(bench.Chain.Blocks[1].Ref, bench.Entry(entry).Outcome!.Block);
    }

    [Fact]
    public async Task A_final_outcome_is_not_taken_back_where_the_chain_may_not_lose_blocks()
    {
        await using var bench = new Workbench(finalityDepth: 0);
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        await bench.MineAsync();
        var final = bench.Standing(entry);
        Assert.True(final.IsFinal);

        bench.Chain.Reorganise(depth: 1, keepTransactions: false);
        await bench.MineAsync(2);
        Assert.Equal(final, bench.Standing(entry));
    }

    [Fact]
    public async Task A_devnet_that_lost_its_newest_blocks_gets_their_intents_again()
    {
        await using var bench = new Workbench(
            intake: new IntakeOptions { AllowChainRegression = true }, finalityDepth: 0);
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        await bench.MineAsync(3);
        Assert.True(bench.Entry(entry).IsFinal);

        // Killed: the chain comes back without the blocks, the index has rolled back, and nothing new is mined.
        bench.Chain.Reorganise(depth: 3, keepTransactions: false);
        bench.Index.Follow();
        await bench.RestartAsync();
        await bench.FollowAsync();
        Assert.Equal(EntryState.Sent, bench.Entry(entry).State);
        await bench.RelayAsync();
        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        Assert.True(bench.Entry(entry).IsFinal);
        Assert.Equal(bench.Chain.Sent[0], bench.Chain.Sent[1]);
    }

    [Fact]
    public async Task An_index_that_is_built_anew_disturbs_nothing()
    {
        await using var bench = new Workbench(finalityDepth: 2);
        var settled = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        await bench.MineAsync(4);
        var open = await bench.SubmitAsync(2);
        await bench.RelayAsync();
        await bench.MineAsync();
        var before = (bench.Standing(settled), bench.Standing(open));

        bench.Index.Clear();
        await bench.RestartAsync();
        for (var blocks = 1; blocks <= bench.Chain.Blocks.Count; blocks++)
        {
            await bench.SettleAsync(bench.Index.Follow(blocks));
            Assert.Equal(before, (bench.Standing(settled), bench.Standing(open)));
        }
    }

    [Fact]
    public async Task What_happened_while_the_service_was_down_is_settled_at_its_start()
    {
        await using var bench = new Workbench();
        var entry = await bench.SubmitAsync(1);
        await bench.RelayAsync();
        bench.Chain.Mine();
        bench.Chain.Mine();
        bench.Index.Follow();
        await bench.RestartAsync();
        await bench.FollowAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
    }

    [Fact]
    public async Task A_refused_intent_that_somebody_else_carried_past_a_dead_service_is_executed_after_its_start()
    {
        await using var bench = new Workbench();
        var (entry, intent) = await RefuseAsync(bench);
        bench.Chain.Add(Foreign.Transaction(bench.BuyerKey, 0, intent, bench.SecondSupplierKey));
        bench.Chain.Mine();
        bench.Index.Follow();
        await bench.RestartAsync();

        await bench.FollowAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        bench.Clock.Advance(TimeSpan.FromHours(2));
        await bench.MineAsync(4);
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
        Assert.True(bench.Entry(entry).IsFinal);
    }

    [Fact]
    public async Task A_refused_intent_that_another_branch_executes_is_executed()
    {
        await using var bench = new Workbench(finalityDepth: 6);
        var (entry, intent) = await RefuseAsync(bench);
        await bench.MineAsync();
        bench.Chain.Reorganise(depth: 1, keepTransactions: true);
        bench.Chain.Add(Foreign.Transaction(bench.BuyerKey, 0, intent, bench.SecondSupplierKey));

        await bench.MineAsync();
        Assert.Equal(EntryState.Executed, bench.Entry(entry).State);
    }

    [Fact]
    public async Task A_start_leaves_as_they_are_the_refused_intents_of_which_the_chain_says_nothing_new()
    {
        await using var bench = new Workbench();
        var (entry, _) = await RefuseAsync(bench);
        var before = bench.Standing(entry);
        await bench.RestartAsync();

        await bench.FollowAsync();
        Assert.Equal(before, bench.Standing(entry));
    }

    /// <summary>An intent that the ledger refuses, and takes under another key.</summary>
    private static async Task<(OutboxEntry Entry, SubmitInvoice Intent)> RefuseAsync(Workbench bench)
    {
        var intent = bench.Submission(1, deadline: bench.Deadline(TimeSpan.FromHours(1)));
        var entry = await bench.AcceptAsync(intent);
        bench.Chain.Ledger.Revoked.Add(bench.SupplierKey.Address);
        await bench.MineAsync();
        await bench.RelayTwiceAsync();
        Assert.Equal((EntryState.Rejected, false), (bench.Entry(entry).State, bench.Entry(entry).IsFinal));
        return (entry, intent);
    }
}
