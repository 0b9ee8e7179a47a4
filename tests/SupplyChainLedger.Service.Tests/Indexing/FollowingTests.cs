using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class FollowingTests
{
    private static readonly Dictionary<string, Func<IReadOnlyList<LogEntry>, IReadOnlyList<LogEntry>>> LiesByName =
        new()
        {
            ["another contract"] = logs => [logs[0] with { Address = ScriptedChain.AddressOf(0xCC) }, .. logs.Skip(1)],
            ["another block"] = logs => [logs[0] with { BlockHash = Hash32.Zero }, .. logs.Skip(1)],
            ["another number"] = logs => [logs[0] with { BlockNumber = 99 }, .. logs.Skip(1)],
            ["twice the same"] = logs => [logs[0], .. logs],
            ["out of order"] = logs => [.. logs.Reverse()],
            ["a topic that the block does not have"] =
                logs => [logs[0] with { Topics = [logs[0].Topics[0], Hash32.Zero] }, .. logs.Skip(1)],
            ["cut data"] = logs => [logs[0] with { Data = logs[0].Data[..32] }, .. logs.Skip(1)],
        };

    private static readonly Dictionary<string, Func<IReadOnlyList<LogEntry>, IReadOnlyList<LogEntry>>> QuietLies = new()
    {
        ["the last one left out"] = logs => [.. logs.SkipLast(1)],
        ["all left out"] = static _ => [],
        ["other data"] = logs => [logs[0] with { Data = [.. logs[0].Data[..^1], 0x77] }, .. logs.Skip(1)],
        ["another topic of the block"] =
            logs => [logs[0] with { Topics = [logs[0].Topics[0], logs[1].Topics[1]] }, .. logs.Skip(1)],
    };

    [Fact]
    public async Task A_long_chain_is_caught_up_in_batches_and_only_blocks_that_concern_us_are_asked_for_logs()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        for (var number = 1; number <= 1_000; number++)
        {
            if (number % 50 == 0) chain.Mine(Story.Submission(number));
            else chain.Mine();
        }

        using var bench = new IndexBench(chain, batchSize: 64);
        await bench.CatchUpAsync();

        using var snapshot = await bench.OpenAsync();
        Assert.Equal((chain.Head, 0ul), (snapshot.Head.Indexed.Number, snapshot.Head.Lag));
        Assert.Equal(chain[chain.Head].Header.Hash, snapshot.Head.Indexed.Hash);
        Assert.NotNull(snapshot.Invoices.Find(Story.InvoiceOf(1_000)));
        Assert.Equal(21, chain.LogQueries);
    }

    [Fact]
    public async Task A_block_is_final_once_enough_blocks_follow_it()
    {
        var chain = new ScriptedChain(finalityDepth: 3);
        using var bench = new IndexBench(chain);
        for (var mined = 0; mined < 5; mined++) chain.Mine();

        await bench.CatchUpAsync();

        Assert.Equal((5ul, 2ul), (bench.Progress.Current.Indexed.Number, bench.Progress.Current.FinalBlock));
    }

    [Fact]
    public async Task A_node_that_shows_another_genesis_than_its_chain_builds_on_is_followed()
    {
        var chain = new ScriptedChain
        {
            HeaderOf = static header => header.Number == 0
                ? header with { Hash = Hash32.Zero, HashOfFields = Hash32.Zero }
                : header,
        };
        chain.Mine(Story.FourParticipants());
        chain.Mine(Story.Submission(1));
        using var bench = new IndexBench(chain);

        await bench.CatchUpAsync();

        Assert.Equal(2ul, bench.Progress.Current.Indexed.Number);
    }

    [Fact]
    public async Task A_node_whose_next_block_does_not_build_on_the_one_before_is_reported_and_nothing_is_indexed()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        chain.Mine();
        chain.Mine();

        chain.HeaderOf = static header => header.Number == 2 ? header with { ParentHash = Hash32.Zero } : header;
        var fault = await Assert.ThrowsAsync<InconsistentChainException>(bench.CatchUpAsync);

        Assert.Contains("builds on another one", fault.Message);
        Assert.Equal(1ul, bench.Progress.Current.Indexed.Number);
    }

    [Fact]
    [Trait("Fault", "24")]
    public async Task A_node_that_lags_behind_is_waited_for_and_nothing_is_taken_back()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(Story.Submission(1));
        chain.Mine();
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var before = bench.Content();

        chain.HiddenBlocks = 2;
        await bench.CatchUpAsync();

        Assert.Equal(before, bench.Content());
        Assert.Equal((3ul, 0ul), (bench.Progress.Current.Indexed.Number, bench.Progress.Current.Rollbacks));

        chain.HiddenBlocks = 0;
        chain.Mine(Story.Submission(2));
        await bench.CatchUpAsync();
        Assert.Equal(4ul, bench.Progress.Current.Indexed.Number);
    }

    [Fact]
    public async Task A_node_that_does_not_reach_the_contracts_yet_is_told_apart_from_an_empty_ledger()
    {
        using var bench = new IndexBench(new ScriptedChain(deploymentBlock: 9));

        var fault = await Assert.ThrowsAsync<InconsistentChainException>(bench.CatchUpAsync);

        Assert.Contains("before the contracts' block 9", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocks_that_change_branch_while_they_are_fetched_are_taken_only_as_far_as_they_link()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        chain.Mine(Story.Submission(1));
        chain.Mine(Story.Submission(2));
        using var bench = new IndexBench(chain);
        var answers = 0;
        chain.BeforeAnswer = () =>
        {
            // Between the headers and their logs the newest block is replaced.
            if (++answers != 5) return;
            chain.Drop(1);
            chain.Mine(Story.Submission(3));
            chain.Mine();
        };

        await bench.CatchUpAsync();
        Assert.Equal(5, answers);
        await bench.CatchUpAsync();

        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
        using var snapshot = await bench.OpenAsync();
        Assert.Null(snapshot.Invoices.Find(Story.InvoiceOf(2)));
        Assert.NotNull(snapshot.Invoices.Find(Story.InvoiceOf(3)));
    }

    public static TheoryData<string> Lies => new(LiesByName.Keys);

    public static TheoryData<string> AllLies => new(LiesByName.Keys.Concat(QuietLies.Keys));

    [Theory]
    [Trait("Fault", "24")]
    [MemberData(nameof(Lies))]
    public async Task Logs_that_cannot_be_the_blocks_are_refused_and_the_block_is_tried_again(string lie)
    {
        var chain = new ScriptedChain { ServesReceipts = false };
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        chain.Mine(Story.Submission(1), Story.Submission(2));

        chain.LogsOf = (_, logs) => LiesByName[lie](logs);
        await Assert.ThrowsAsync<InconsistentChainException>(bench.CatchUpAsync);
        Assert.Equal(1ul, bench.Progress.Current.Indexed.Number);

        chain.LogsOf = static (_, logs) => logs;
        await bench.CatchUpAsync();
        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
    }

    [Fact]
    [Trait("Fault", "24")]
    public async Task From_a_node_without_receipts_a_missing_log_is_noticed_by_what_follows_it()
    {
        var chain = new ScriptedChain { ServesReceipts = false };
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var before = bench.Content();
        var first = Story.Submission(1);
        chain.Mine(Story.Submission(2), first, Story.Confirmation(first));

        chain.LogsOf = static (_, logs) => [logs[0], logs[2]];
        await Assert.ThrowsAsync<InconsistentChainException>(bench.CatchUpAsync);

        Assert.Equal(before, bench.Content());
    }

    [Theory]
    [Trait("Fault", "24")]
    [MemberData(nameof(AllLies))]
    public async Task Receipts_that_are_not_the_blocks_are_refused_though_nothing_follows_from_the_lie(string lie)
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var before = bench.Content();
        chain.Mine(Story.Submission(1), Story.Submission(2));

        var tell = LiesByName.TryGetValue(lie, out var loud) ? loud : QuietLies[lie];
        chain.LogsOf = (_, logs) => tell(logs);
        await Assert.ThrowsAsync<InconsistentChainException>(bench.CatchUpAsync);
        Assert.Equal(before, bench.Content());

        chain.LogsOf = static (_, logs) => logs;
        await bench.CatchUpAsync();
        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
        Assert.Empty(bench.Log.Lines);
    }

    [Fact]
    [Trait("Fault", "24")]
    public async Task A_header_that_does_not_hash_to_its_block_is_refused_at_the_head_and_below_it()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        chain.Mine();
        chain.Mine();

        chain.HeaderOf = static header => header with { HashOfFields = Hash32.Zero };
        var fault = await Assert.ThrowsAsync<InconsistentChainException>(bench.CatchUpAsync);
        Assert.Contains("is not that block's", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1ul, bench.Progress.Current.Indexed.Number);

        chain.HeaderOf = static header => header;
        await bench.CatchUpAsync();
        Assert.Equal(3ul, bench.Progress.Current.Indexed.Number);
    }

    [Theory]
    [InlineData(0, "", "cannot be verified on this chain")]
    [InlineData(3, "ofTomorrow", "(ofTomorrow)")]
    public async Task A_chain_with_hashes_of_its_own_is_followed_and_that_is_said_once(
        ulong from, string unknown, string said)
    {
        var chain = new ScriptedChain
        {
            HeaderOf = header => header.Number < from
                ? header
                : header with { HashOfFields = Hash32.Zero, UnknownFields = unknown },
        };
        chain.Mine(Story.FourParticipants());
        using var bench = new IndexBench(chain, batchSize: 2);
        await bench.CatchUpAsync();
        for (var number = 1; number <= 4; number++) chain.Mine(Story.Submission(number));
        await bench.CatchUpAsync();

        Assert.Equal(5ul, bench.Progress.Current.Indexed.Number);
        Assert.Contains(said, Assert.Single(bench.Log.Lines).Text, StringComparison.Ordinal);

        chain.Mine(Story.Submission(5), Story.Submission(6));
        chain.LogsOf = static (_, logs) => [logs[0]];
        await Assert.ThrowsAsync<InconsistentChainException>(bench.CatchUpAsync);
    }

    [Fact]
    public async Task A_node_that_serves_no_receipts_is_believed_and_that_is_said_once()
    {
        var chain = new ScriptedChain { ServesReceipts = false };
        chain.Mine(Story.FourParticipants());
        for (var number = 1; number <= 4; number++) chain.Mine(Story.Submission(number));
        using var bench = new IndexBench(chain, batchSize: 2);

        await bench.CatchUpAsync();

        Assert.Equal(5ul, bench.Progress.Current.Indexed.Number);
        Assert.Contains("cannot be verified", Assert.Single(bench.Log.Lines).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(0, 1)]
    public async Task Receipts_that_are_too_many_for_one_answer_are_asked_for_in_parts(int most, int said)
    {
        var chain = new ScriptedChain { MostReceipts = most };
        chain.Mine(Story.FourParticipants());
        for (var number = 1; number <= 9; number++) chain.Mine(Story.Submission(number));
        using var bench = new IndexBench(chain);

        await bench.CatchUpAsync();

        Assert.Equal(10, chain.LogQueries);
        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
        Assert.Equal(said, bench.Log.Lines.Count);
    }

    [Fact]
    public async Task An_event_without_use_for_readers_is_left_out()
    {
        var chain = new ScriptedChain();
        chain.ServesReceipts = false;
        chain.Mine(Story.Registration(1, ParticipantRoles.Supplier));
        chain.LogsOf = static (block, logs) =>
            [.. logs, logs[^1] with { Topics = [logs[^1].Topics[1]], LogIndex = 90, Data = [1, 2, 3] }];
        using var bench = new IndexBench(chain);

        await bench.CatchUpAsync();

        using var snapshot = await bench.OpenAsync();
        Assert.Equal(2, snapshot.Events.After(null, new(), 10).Count);
    }

    [Fact]
    [Trait("Fault", "5")]
    public async Task Killed_between_two_blocks_the_index_goes_on_where_it_was()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        for (var number = 1; number <= 24; number++) chain.Mine(Story.Submission(number));
        var folder = Directory.CreateTempSubdirectory("scl-index-");
        try
        {
            using (var killed = new IndexBench(chain, batchSize: 2, folder: folder))
            {
                await killed.Follower.StepAsync(TestContext.Current.CancellationToken);
                await killed.Follower.StepAsync(TestContext.Current.CancellationToken);
                Assert.Equal(20ul, killed.Progress.Current.Indexed.Number);
            }

            using var restarted = new IndexBench(chain, folder: folder);
            Assert.Equal(20ul, restarted.Progress.Current.Indexed.Number);
            await restarted.CatchUpAsync();
            Assert.Equal(await restarted.ContentWhenRebuiltAsync(), restarted.Content());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
