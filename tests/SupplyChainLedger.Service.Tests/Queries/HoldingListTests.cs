using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Holdings;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Queries.Receivables;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Queries;

/// <summary>Lists of receivables and holdings over a long random history.</summary>
public sealed class HoldingListTests
{
    private static readonly ParticipantId?[] Somebody = [null, new(1), new(3), new(5)];

    [Fact]
    public async Task Every_combination_of_filters_lists_the_holdings_that_a_plain_search_finds_newest_first()
    {
        var lives = new RandomLives(77);
        using var bench = await ToldAsync(lives);
        using var snapshot = await bench.OpenAsync();
        var all = Paged.All(page => snapshot.Holdings.List(new HoldingFilter(), page), 1000);
        Assert.Equal(lives.Lives.Sum(life => life.Words.Count), all.Count);
        Assert.Equal(all.OrderByDescending(one => one.Opened.Key), all);

        foreach (var filter in Filters(lives))
        {
            var found = Paged.All(page => snapshot.Holdings.List(filter, page), 7);
            Assert.Equal(all.Where(filter.Admits), found);
        }
    }

    [Fact]
    public async Task Every_combination_of_filters_lists_the_receivables_that_a_plain_search_finds_newest_first()
    {
        var lives = new RandomLives(78);
        using var bench = await ToldAsync(lives);
        using var snapshot = await bench.OpenAsync();
        var all = Paged.All(page => snapshot.Receivables.List(new ReceivableFilter(), page), 1000);
        Assert.Equal(lives.Lives.Count, all.Count);
        Assert.Equal(all.OrderByDescending(one => one.Opened.Key), all);

        var filters =
            from holder in Somebody
            from supplier in (ParticipantId?[])[null, new(2)]
            from obligor in (ParticipantId?[])[null, new(4)]
            from due in (EpochDay?[])[null, new(Story.IssueDay.Value + 60)]
            from open in (bool[])[false, true]
            select new ReceivableFilter(holder, supplier, obligor, due, open);
        foreach (var filter in filters)
        {
            var held = all.Where(one => filter.Holder is null
                || HeldOf(snapshot, filter.Holder.Value, one.Id).Any(held => held.Record.Amount > 0));
            Assert.Equal(
                held.Where(filter.Admits), Paged.All(page => snapshot.Receivables.List(filter, page), 3));
        }
    }

    [Fact]
    public async Task A_token_serves_for_its_own_list_and_filter_alone()
    {
        using var bench = await ToldAsync(new RandomLives(79));
        using var snapshot = await bench.OpenAsync();
        var token = snapshot.Holdings.List(new HoldingFilter(), PageRequest.Of(1, "")).NextToken;
        Assert.NotEmpty(token);

        Assert.Throws<LedgerFault>(
            () => snapshot.Holdings.List(new HoldingFilter(Holder: new(1)), PageRequest.Of(1, token)));
        Assert.Throws<LedgerFault>(
            () => snapshot.Receivables.List(new ReceivableFilter(), PageRequest.Of(1, token)));
    }

    private static IEnumerable<HoldingFilter> Filters(RandomLives lives) =>
        from holder in Somebody
        from counterparty in Somebody
        from receivable in (InvoiceId?[])[null, lives.Lives[2].Id]
        from phase in (HoldingPhase?[])[null, HoldingPhase.Held, HoldingPhase.Closed]
        from step in (HoldingStep?[])[null, HoldingStep.None, HoldingStep.PaymentDeclared]
        from due in (EpochDay?[])[null, new(Story.IssueDay.Value + 10)]
        select new HoldingFilter(holder, counterparty, receivable, phase, step, due);

    private static List<IndexedHolding> HeldOf(
        IndexSnapshot snapshot, ParticipantId holder, InvoiceId receivable)
    {
        var filter = new HoldingFilter(Holder: holder, Receivable: receivable);
        return Paged.All(page => snapshot.Holdings.List(filter, page), 1000);
    }

    private static async Task<IndexBench> ToldAsync(RandomLives lives)
    {
        var chain = new ScriptedChain();
        chain.Mine(RandomLives.Participants());
        for (var block = 0; block < 150; block++) chain.Mine(lives.Block());
        var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        return bench;
    }
}
