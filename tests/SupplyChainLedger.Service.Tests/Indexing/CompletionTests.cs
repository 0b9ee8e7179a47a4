using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class CompletionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_its_way_to_the_head_an_index_says_that_it_is_not_complete()
    {
        var chain = ChainOf(24);
        using var bench = new IndexBench(chain, batchSize: 2);

        await BeginAsync(bench);

        Assert.True(bench.Progress.Current.IsFarBehind);
        await bench.CatchUpAsync();
        Assert.True(bench.Progress.Current.IsCaughtUp);
        Assert.False(bench.Progress.Current.IsFarBehind);
    }

    [Fact]
    public async Task What_is_made_at_the_end_is_what_is_made_event_by_event()
    {
        var chain = ChainOf(3);
        using var followed = new IndexBench(chain);
        await followed.CatchUpAsync();
        Add(chain, 4, 24);
        await followed.CatchUpAsync();

        using var rebuilt = new IndexBench(chain);
        await rebuilt.CatchUpAsync();

        Assert.Equal(followed.Content(), rebuilt.Content());
        Assert.NotEqual(0, Fingerprints(rebuilt));
    }

    [Fact]
    [Trait("Fault", "5")]
    public async Task A_completion_that_was_cut_off_is_done_by_the_next_start()
    {
        var chain = ChainOf(24);
        var folder = Directory.CreateTempSubdirectory("scl-index-");
        try
        {
            using (var killed = new IndexBench(chain, batchSize: 2, folder: folder))
            {
                await BeginAsync(killed);
                Assert.Throws<OperationCanceledException>(() => killed.Database.Complete(new CancellationToken(true)));
            }

            using var restarted = new IndexBench(chain, folder: folder);
            Assert.False(restarted.Progress.Current.IsComplete);
            await restarted.CatchUpAsync();
            Assert.True(restarted.Progress.Current.IsCaughtUp);
            Assert.Equal(await restarted.ContentWhenRebuiltAsync(), restarted.Content());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_branch_that_is_taken_back_on_the_way_is_taken_back_by_a_complete_index()
    {
        var chain = ChainOf(24);
        using var bench = new IndexBench(chain, batchSize: 2);
        await BeginAsync(bench);

        chain.Drop(8);
        Add(chain, 40, 50);
        await bench.Follower.StepAsync(Cancellation);

        Assert.Equal(1ul, bench.Progress.Current.Rollbacks);
        Assert.True(bench.Progress.Current is { IsComplete: true, IsCaughtUp: false });
        await bench.CatchUpAsync();
        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
    }

    private static ScriptedChain ChainOf(int submissions)
    {
        var chain = new ScriptedChain(finalityDepth: 12);
        chain.Mine(Story.FourParticipants());
        Add(chain, 1, submissions);
        return chain;
    }

    /// <summary>Anchors the index and takes as much as one step does, which is not all.</summary>
    private static async Task BeginAsync(IndexBench bench)
    {
        await bench.Follower.StepAsync(Cancellation);
        await bench.Follower.StepAsync(Cancellation);
        Assert.Equal(20ul, bench.Progress.Current.Indexed.Number);
    }

    private static void Add(ScriptedChain chain, int first, int last)
    {
        for (var number = first; number <= last; number++) chain.Mine(Story.Submission(number));
    }

    private static long Fingerprints(IndexBench bench) =>
        bench.Database.Look(static session => session.Number("SELECT count(*) FROM fingerprint")) ?? 0;
}
