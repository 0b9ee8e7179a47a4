using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Similarity;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Similarity;

public sealed class UnlikeInvoicesTests
{
    private static readonly InvoiceSubmitted First = Of(1);
    private static readonly InvoiceSubmitted Copy = First with { Invoice = Story.InvoiceOf(100), Number = "inv 1" };

    [Fact]
    public async Task An_invoice_that_resembles_none_is_known_until_one_comes_that_resembles_it()
    {
        var chain = Begun();
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();

        var first = await MineAsync(chain, bench, First);
        var other = await MineAsync(chain, bench, Of(2));
        Assert.True(bench.Database.Unlike.Contains(first));
        Assert.True(bench.Database.Unlike.Contains(other));

        var copy = await MineAsync(chain, bench, Copy);
        Assert.False(bench.Database.Unlike.Contains(first));
        Assert.False(bench.Database.Unlike.Contains(copy));
        Assert.True(bench.Database.Unlike.Contains(other));
        await AssertSimilarAsync(bench, First, Copy);
        await AssertSimilarAsync(bench, Copy, First);
    }

    [Fact]
    public async Task Two_of_one_block_that_resemble_each_other_are_both_found()
    {
        var chain = Begun();
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();

        var first = await MineAsync(chain, bench, First, Copy, Of(2));

        Assert.False(bench.Database.Unlike.Contains(first));
        Assert.False(bench.Database.Unlike.Contains(first + 2));
        Assert.True(bench.Database.Unlike.Contains(first + 4));
        await AssertSimilarAsync(bench, First, Copy);
        await AssertSimilarAsync(bench, Copy, First);
    }

    [Fact]
    public async Task What_took_the_place_of_an_invoice_that_was_taken_back_is_looked_at_anew()
    {
        var chain = Begun();
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        await MineAsync(chain, bench, First);
        var replaced = await MineAsync(chain, bench, Of(2));
        Assert.True(bench.Database.Unlike.Contains(replaced));

        chain.Drop(1);
        Assert.Equal(replaced, await MineAsync(chain, bench, Copy));

        Assert.Equal(1ul, bench.Progress.Current.Rollbacks);
        Assert.False(bench.Database.Unlike.Contains(replaced));
        await AssertSimilarAsync(bench, Copy, First);
    }

    [Fact]
    public async Task Of_what_an_index_was_begun_with_nothing_is_known()
    {
        var chain = Begun();
        chain.Mine(First);
        using var bench = new IndexBench(chain);

        await bench.CatchUpAsync();

        Assert.False(bench.Database.Unlike.Contains(LogPosition.FirstKeyOf(chain.Head)));
    }

    [Fact]
    public void Only_the_newest_are_kept()
    {
        var unlike = new UnlikeInvoices();
        const int Generation = 16_384;

        for (var key = 0; key < 3 * Generation; key += Generation)
            unlike.Tell(Enumerable.Range(key, Generation).Select(static one => (long)one), []);

        Assert.False(unlike.Contains(0));
        Assert.True(unlike.Contains(2 * Generation));
        Assert.True(unlike.Contains(3 * Generation - 1));
    }

    private static ScriptedChain Begun()
    {
        var chain = new ScriptedChain();
        chain.Mine(Story.FourParticipants());
        return chain;
    }

    /// <summary>Invoices of nothing in common: neither number, nor amount, nor day.</summary>
    private static InvoiceSubmitted Of(int number) => Story.Submission(number) with
    {
        IssueDate = new EpochDay(Story.IssueDay.Value + (uint)number * 3),
        DueDate = new EpochDay(Story.IssueDay.Value + (uint)number * 7 + 60),
        Amount = (ulong)number * 7_000,
    };

    /// <summary>Mines the events as one block, and indexes it.</summary>
    /// <returns>The key of the first one; the next ones' are two higher each.</returns>
    private static async Task<long> MineAsync(
        ScriptedChain chain, IndexBench bench, params InvoiceSubmitted[] events)
    {
        chain.Mine(events);
        await bench.CatchUpAsync();
        return LogPosition.FirstKeyOf(chain.Head);
    }

    private static async Task AssertSimilarAsync(IndexBench bench, InvoiceSubmitted to, InvoiceSubmitted expected)
    {
        using var snapshot = await bench.OpenAsync();
        var similar = snapshot.SimilarInvoices.ToRecorded(snapshot.Invoices.Find(to.Invoice)!.Record);
        Assert.Equal(expected.Invoice, Assert.Single(similar).Invoice.Id);
    }
}
