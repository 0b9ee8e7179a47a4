using Microsoft.Extensions.Logging.Abstractions;
using SupplyChainLedger.Service.Indexing.Checking;
using SupplyChainLedger.Service.Indexing.Following;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class IndexCheckTests
{
    [Fact]
    public async Task An_index_that_nobody_has_touched_is_as_its_chain_also_after_a_reorganisation()
    {
        var chain = Chain();
        using var index = new IndexBench(chain);
        await index.CatchUpAsync();
        chain.Drop(1);
        chain.Mine(Story.NotAuthentic(1));
        chain.Mine();
        await index.CatchUpAsync();

        var (differences, blocks) = await CheckAsync(index, chain);

        Assert.Empty(differences);
        Assert.NotEqual(0, blocks);
        Assert.DoesNotContain(Files(index), static file => file.Contains("check", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Fault", "74")]
    [InlineData("UPDATE invoice SET amount = amount + 1", "invoice 0x", "as amount, and its events give")]
    [InlineData("UPDATE holding SET holder = 3 WHERE holder = 5", "holding 0x", "has 3 as holder, and its events give 5")]
    [InlineData("UPDATE offer SET advance = advance + 1", "offer 0x", "as advance")]
    [InlineData("DELETE FROM financing", "financing (requested ", "is missing")]
    [InlineData("DELETE FROM event_party WHERE participant = 1", "event_party (participant 1, at ", "is missing")]
    [InlineData("DELETE FROM event_outcome", "event_outcome (outcome ", "is missing")]
    [InlineData(
        "INSERT INTO exposure_use VALUES (9, 9, 'EUR', 1)",
        "exposure_use (financier 9, obligor 9, currency 'EUR')", "follows from no event")]
    public async Task A_record_that_somebody_edits_or_hides_is_named(string edit, string record, string how)
    {
        var chain = Chain();
        using var index = new IndexBench(chain);
        await index.CatchUpAsync();
        index.Database.Write(writer => Assert.NotEqual(0, writer.Execute(edit)));

        var (differences, _) = await CheckAsync(index, chain);

        var difference = Assert.Single(differences);
        Assert.StartsWith(record, difference.What, StringComparison.Ordinal);
        Assert.Contains(how, difference.What, StringComparison.Ordinal);
        Assert.Equal(index.Progress.Current.Indexed.Number, difference.Block);
    }

    private static ScriptedChain Chain()
    {
        var chain = new ScriptedChain(finalityDepth: 2);
        var submission = Story.Submission(20);
        var life = new ReceivableLife(submission);
        chain.Mine(RandomLives.Participants());
        chain.Mine(submission, life.Confirm());
        chain.Mine(life.Finance(life.Root, financier: 5, amount: 1_000));
        for (var i = 0; i < 3; i++) chain.Mine();
        return chain;
    }

    private static async Task<(IReadOnlyList<IndexDifference> Differences, int Blocks)> CheckAsync(
        IndexBench index, ScriptedChain chain)
    {
        using var records = new RecordCheck(
            index.Database, chain.Network, index.Options, NullLogger<IndexDatabase>.Instance);
        var source = new BlockSource(chain, chain.Network, NullLogger<BlockSource>.Instance);
        var check = new IndexCheck(index.Database, source, index.Progress, chain.Network, records);
        var result = await check.RunAsync(0, TestContext.Current.CancellationToken);
        return (result.Differences, result.Blocks);
    }

    private static IEnumerable<string> Files(IndexBench index) =>
        Directory.GetFiles(Path.GetDirectoryName(index.Options.Path)!).Select(static path => Path.GetFileName(path));
}
