using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Following;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Participants;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class ReorganisationTests
{
    [Theory]
    [Trait("Fault", "11")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_its_depth_the_index_is_then_that_of_the_new_branch(int depth)
    {
        var chain = new ScriptedChain(finalityDepth: 6);
        chain.Mine(Story.FourParticipants());
        var old = Story.Submission(1);
        chain.Mine(old, Story.Submission(2));
        for (var number = 10; number < 15; number++) chain.Mine(Story.Submission(number, supplier: 2));
        chain.Mine(Story.Confirmation(old), Story.Withdrawal(Story.Submission(14, supplier: 2)));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();

        chain.Drop(depth);
        chain.Mine(Story.Submission(20), Story.RefusedWithReason(1));
        chain.Mine(Story.Rejection(old));
        for (var mined = 0; mined < depth; mined++) chain.Mine();
        await bench.CatchUpAsync();

        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
        Assert.Equal(1ul, bench.Progress.Current.Rollbacks);
        using var snapshot = await bench.OpenAsync();
        Assert.Equal(InvoiceState.Rejected, snapshot.Invoices.Find(old.Invoice)!.Record.State);
    }

    [Fact]
    public async Task A_branch_that_is_no_longer_than_the_old_one_is_followed_too()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(Story.Submission(1));
        chain.Mine(Story.Submission(2));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();

        chain.Drop(2);
        chain.Mine(Story.Submission(3));
        await bench.CatchUpAsync();

        Assert.Equal(2ul, bench.Progress.Current.Indexed.Number);
        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
    }

    [Fact]
    public async Task A_branch_that_comes_back_is_the_chain_again()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(Story.Submission(1));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var before = bench.Content();

        var dropped = chain.Drop(1);
        chain.Mine(Story.Submission(2));
        await bench.CatchUpAsync();
        Assert.NotEqual(before, bench.Content());

        chain.Drop(1);
        chain.Restore(dropped);
        await bench.CatchUpAsync();
        Assert.Equal(before, bench.Content());
        Assert.Equal(2ul, bench.Progress.Current.Rollbacks);
    }

    [Fact]
    public async Task A_participants_keys_and_suspension_go_back_with_the_blocks_that_changed_them()
    {
        var chain = new ScriptedChain();
        var id = new ParticipantId(1);
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var before = bench.Content();
        chain.Mine(
            new SignerAdded(id, Story.KeyOf(1, 1), SignerPermissions.Claim),
            new SignerRevoked(id, Story.KeyOf(1, 0)),
            new ParticipantSuspended(id, "key lost"));
        chain.Mine(Story.Registration(9, ParticipantRoles.Financier));
        await bench.CatchUpAsync();

        chain.Drop(2);
        var replacement = chain.Mine();
        await bench.CatchUpAsync();

        using var snapshot = await bench.OpenAsync();
        var participant = snapshot.Participants.Find(id)!.Record;
        Assert.Equal([new RegisteredSigner(Story.KeyOf(1, 0), SignerPermissions.All)], participant.Signers);
        Assert.False(participant.IsSuspended);
        Assert.Null(snapshot.Participants.Find("party-9"));
        Assert.Null(new IntakeView(bench.Database, chain.Network).FindSigner(Story.KeyOf(1, 1)));
        Assert.Equal(replacement.Header.Hash, snapshot.Head.Indexed.Hash);
        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
        Assert.NotEqual(before, bench.Content());
    }

    [Fact]
    [Trait("Fault", "12")]
    public async Task Taking_back_a_final_block_stops_the_index_and_changes_nothing()
    {
        var chain = new ScriptedChain(finalityDepth: 2);
        chain.Mine(Story.FourParticipants());
        for (var number = 1; number <= 4; number++) chain.Mine(Story.Submission(number));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var before = bench.Content();

        chain.Drop(3);
        for (var mined = 0; mined < 4; mined++) chain.Mine();
        var fault = await Assert.ThrowsAsync<ChainReplacedException>(bench.CatchUpAsync);

        Assert.Contains(
            "after block 2, below block 3, which was called final", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, bench.Content());
    }

    [Fact]
    public async Task Another_chain_under_the_same_identity_stops_the_index_and_changes_nothing()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var before = bench.Content();

        chain.Drop(2);
        for (var mined = 0; mined < 3; mined++) chain.Mine();
        var fault = await Assert.ThrowsAsync<ChainReplacedException>(bench.CatchUpAsync);

        Assert.Contains("after block none", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, bench.Content());
    }

    [Fact]
    public async Task Taking_back_exactly_down_to_the_final_block_is_allowed()
    {
        var chain = new ScriptedChain(finalityDepth: 2);
        chain.Mine(Story.FourParticipants());
        for (var number = 1; number <= 4; number++) chain.Mine(Story.Submission(number));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();

        chain.Drop(2);
        chain.Mine();
        await bench.CatchUpAsync();

        Assert.Equal((4ul, 3ul), (bench.Progress.Current.Indexed.Number, bench.Progress.Current.FinalBlock));
    }

    [Fact]
    public async Task A_devnet_that_has_lost_its_newest_blocks_takes_the_index_back_with_it()
    {
        var chain = new ScriptedChain(finalityDepth: 0);
        chain.Mine(Story.FourParticipants());
        for (var number = 1; number <= 4; number++) chain.Mine(Story.Submission(number));
        using var bench = new IndexBench(chain, allowChainRegression: true);
        await bench.CatchUpAsync();
        Assert.Equal(5ul, bench.Progress.Current.FinalBlock);

        chain.Drop(3);
        await bench.CatchUpAsync();

        var head = bench.Progress.Current;
        Assert.Equal((2ul, 2ul, 1ul), (head.Indexed.Number, head.FinalBlock, head.Rollbacks));
        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
    }

    [Fact]
    public async Task A_devnet_that_has_begun_anew_empties_the_index()
    {
        var folder = Directory.CreateTempSubdirectory("scl-index-");
        try
        {
            var chain = new ScriptedChain(finalityDepth: 0);
            chain.Mine(Story.FourParticipants());
            chain.Mine(Story.Submission(1));
            using (var first = new IndexBench(chain, allowChainRegression: true, folder: folder))
                await first.CatchUpAsync();

            chain.Drop(3);
            chain.Mine();
            chain.Mine(Story.Registration(8, ParticipantRoles.Auditor));
            using var second = new IndexBench(chain, allowChainRegression: true, folder: folder);
            await second.CatchUpAsync();

            Assert.Equal(await second.ContentWhenRebuiltAsync(), second.Content());
            using var snapshot = await second.OpenAsync();
            Assert.Equal("party-8", snapshot.Participants.HandleOf(new ParticipantId(8)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    [Trait("Fault", "24")]
    public async Task Nodes_behind_a_balancer_of_which_one_lags_are_no_reorganisation_below_a_final_block()
    {
        var chain = new ScriptedChain(finalityDepth: 1);
        chain.Mine(Story.FourParticipants());
        for (var number = 1; number <= 4; number++) chain.Mine(Story.Submission(number));
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var before = bench.Content();

        chain.Drop(1);
        chain.Mine(Story.Submission(5));
        var asked = 0;
        chain.BeforeAnswer = () => chain.HiddenBlocks = asked++ == 0 ? 0ul : 3;
        var fault = await Assert.ThrowsAsync<InconsistentChainException>(bench.CatchUpAsync);

        Assert.Contains("does not have block 3", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, bench.Content());

        (chain.BeforeAnswer, chain.HiddenBlocks) = (static () => { }, 0);
        await bench.CatchUpAsync();
        Assert.Equal((5ul, 1ul), (bench.Progress.Current.Indexed.Number, bench.Progress.Current.Rollbacks));
    }
}
