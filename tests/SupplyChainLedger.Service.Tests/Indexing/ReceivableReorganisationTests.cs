using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Receivables;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Indexing;

/// <summary>Random histories of receivables, with parts of them taken back and told differently.</summary>
public sealed class ReceivableReorganisationTests
{
    private const int Blocks = 60;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 16)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_is_taken_back_the_index_is_that_of_the_new_branch(int seed)
    {
        var depth = 1 + seed * 3;
        var chain = new ScriptedChain(finalityDepth: Blocks);
        Tell(chain, new RandomLives(seed), Blocks, registers: true);
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        var before = bench.Content();

        chain.Drop(depth);
        var other = new RandomLives(seed);
        for (var block = 0; block < Blocks - depth; block++) other.Block();
        other.Diverge(seed + 1000);
        Tell(chain, other, depth + 1, registers: false);
        await bench.CatchUpAsync();

        Assert.Equal(1ul, bench.Progress.Current.Rollbacks);
        Assert.NotEqual(before, bench.Content());
        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task At_every_moment_what_was_confirmed_is_accounted_for(int seed)
    {
        var chain = new ScriptedChain();
        var lives = new RandomLives(seed);
        using var bench = new IndexBench(chain);
        for (var round = 0; round < 6; round++)
        {
            Tell(chain, lives, 25, registers: round == 0);
            await bench.CatchUpAsync();
            using var snapshot = await bench.OpenAsync();
            foreach (var life in lives.Lives) RequireSums(snapshot, life);
            RequireExposures(snapshot, lives);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Blocks_that_come_one_by_one_make_the_index_that_they_make_together(int seed)
    {
        var chain = new ScriptedChain();
        var lives = new RandomLives(seed);
        using var bench = new IndexBench(chain);
        for (var block = 0; block < Blocks; block++)
        {
            Tell(chain, lives, 1, registers: block == 0);
            await bench.CatchUpAsync();
        }

        Assert.Equal(await bench.ContentWhenRebuiltAsync(), bench.Content());
    }

    private static void Tell(ScriptedChain chain, RandomLives lives, int blocks, bool registers)
    {
        if (registers) chain.Mine(RandomLives.Participants());
        for (var block = 0; block < blocks; block++) chain.Mine(lives.Block());
    }

    private static void RequireSums(IndexSnapshot snapshot, ReceivableLife life)
    {
        var receivable = snapshot.Receivables.Find(life.Id)!;
        Assert.Equal(
            receivable.Confirmed,
            receivable.Outstanding + receivable.Paid + receivable.Credited + receivable.WrittenOff
            + receivable.Cancelled);
        Assert.Equal(life.Words.Values.Sum(word => (long)word.Amount), (long)receivable.Outstanding);
        Assert.True(receivable.Recovered <= receivable.WrittenOff);
        foreach (var (holding, word) in life.Words)
        {
            var found = snapshot.Holdings.Find(holding)!;
            Assert.Equal(word, found.Record);
            Assert.Equal(life.Parents.TryGetValue(holding, out var parent) ? parent : null, found.Parent);
        }

        var holders = life.Words.Values.Where(word => word.Amount > 0).Select(word => word.Holder).ToHashSet();
        foreach (var holder in Enumerable.Range(1, 6).Select(id => new ParticipantId((uint)id)))
        {
            var held = Paged.All(page => snapshot.Receivables.List(new ReceivableFilter(holder), page), 1000);
            Assert.Equal(holders.Contains(holder), held.Any(one => one.Id == life.Id));
        }
    }

    private static void RequireExposures(IndexSnapshot snapshot, RandomLives lives)
    {
        var pairs =
            from financier in (uint[])[5, 6]
            from obligor in (uint[])[3, 4]
            select (Financier: new ParticipantId(financier), Obligor: new ParticipantId(obligor));
        foreach (var (financier, obligor) in pairs)
        {
            if (snapshot.Exposures.Find(financier, obligor, "EUR") is not { } exposure) continue;
            var used = lives.Lives.Where(life => snapshot.Receivables.Find(life.Id)!.Obligor == obligor)
                .SelectMany(life => life.Words.Values)
                .Sum(word => (word.Financed && word.Holder == financier ? (long)word.Amount : 0)
                    + (IsLockedFor(word, financier) ? (long)word.Amount : 0));
            Assert.Equal(used, (long)exposure.Used);
        }
    }

    private static bool IsLockedFor(HoldingRecord word, ParticipantId financier) =>
        word.Counterparty == financier
        && word.Step is (HoldingStep.OfferAccepted or HoldingStep.DisbursementDeclared
            or HoldingStep.DisbursementContested);
}
