using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Financing;
using SupplyChainLedger.Service.Queries.Financing;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Queries;

/// <summary>What suppliers and financiers ask every day.</summary>
public sealed class FinancingQueriesTests
{
    private const ulong Now = 1_800_000_500;
    private static readonly ParticipantId Financier = new(5);

    [Fact]
    public async Task A_financier_sees_what_is_on_offer_within_its_limits_and_its_own_offer()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var (within, above, elsewhere) = (
            await bench.ConfirmAsync(10), await bench.ConfirmAsync(20), await bench.ConfirmAsync(11, buyer: 4));
        var small = within.Request(within.Root, 600);
        var large = above.Request(above.Root, 1_500);
        var own = within.Offer(small.Holding, 5, 590);
        await bench.TellAsync(
            Limit(3, 1_000), small, large, elsewhere.Request(elsewhere.Root, 100),
            within.Offer(small.Holding, 6, 595), own);

        var page = bench.Snapshot.Financing.ListOpportunities(Financier, Now, Paged.First);

        var found = Assert.Single(page.Items);
        Assert.Equal((small.Holding, 1_000ul), (found.Financing.Holding, found.Free));
        Assert.Equal(own.Offer, found.OwnOffer!.Id);
        Assert.Empty(bench.Snapshot.Financing.ListOpportunities(
            Financier, ReceivableLife.StepDeadline + 1, Paged.First).Items);
    }

    [Fact]
    public async Task What_a_financier_has_locked_and_holds_takes_from_what_it_is_shown()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var life = await bench.ConfirmAsync();
        await bench.TellAsync([Limit(3, 1_000), .. life.Finance(life.Root, financier: 5, amount: 500)]);
        var another = await bench.ConfirmAsync(11);
        await bench.TellAsync(another.Request(another.Root, 501), another.Request(another.Root, 500));

        var found = bench.Snapshot.Financing.ListOpportunities(Financier, Now, Paged.First);

        Assert.Equal(500ul, Assert.Single(found.Items).Financing.Amount);
    }

    [Fact]
    public async Task A_holder_sees_what_it_can_finance_and_what_others_got_for_it()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var (old, free, locked) = (
            await bench.ConfirmAsync(10, supplier: 2), await bench.ConfirmAsync(11), await bench.ConfirmAsync(12));
        var request = old.Request(old.Root, 300);
        var hidden = old.Request(old.Root, 100, isSealed: true);
        var (dear, cheap) = (
            old.Offer(request.Holding, 6, 290, discount: 60_000), old.Offer(request.Holding, 5, 295, discount: 45_000));
        var last = old.Offer(request.Holding, 6, 291, discount: 52_000);
        await bench.TellAsync(
            request, hidden, dear, cheap, last, old.Offer(hidden.Holding, 5, 0, discount: 0), old.Accept(last),
            locked.Dispute(locked.Root, 1_200));

        var page = bench.Snapshot.Financing.ListFinanceable(new(1), Story.IssueDay, Paged.First);

        var found = Assert.Single(page.Items);
        Assert.Equal(free.Root, found.Holding.Id);
        Assert.Equal(cheap.Offer, found.Prices.Best!.Id);
        Assert.Equal(last.Offer, found.Prices.Last!.Id);
        Assert.Equal(last.Offer, found.Prices.LastAccepted!.Id);
        var dayAfter = new EpochDay(Story.IssueDay.Value + 61);
        Assert.Empty(bench.Snapshot.Financing.ListFinanceable(new(1), dayAfter, Paged.First).Items);
    }

    [Fact]
    public async Task Every_combination_of_filters_lists_the_requests_and_offers_that_a_plain_search_finds()
    {
        var lives = new RandomLives(91);
        var chain = new ScriptedChain();
        chain.Mine(RandomLives.Participants());
        for (var block = 0; block < 150; block++) chain.Mine(lives.Block());
        using var bench = new IndexBench(chain);
        await bench.CatchUpAsync();
        using var snapshot = await bench.OpenAsync();
        var requests = Paged.All(page => snapshot.Financing.List(new FinancingFilter(), page), 1000);
        var offers = Paged.All(page => snapshot.Financing.ListOffers(new OfferFilter(), page), 1000);
        Assert.True(requests.Count > 10 && offers.Count > 10);

        var ofRequests =
            from requester in (ParticipantId?[])[null, new(1)]
            from obligor in (ParticipantId?[])[null, new(4)]
            from financier in (ParticipantId?[])[null, new(6)]
            from receivable in (InvoiceId?[])[null, requests[3].Receivable]
            from state in (FinancingState?[])[null, FinancingState.Requested, FinancingState.Financed]
            select new FinancingFilter(requester, obligor, financier, receivable, state);
        foreach (var filter in ofRequests)
        {
            Assert.Equal(
                requests.Where(filter.Admits).Select(one => one.Holding),
                Paged.All(page => snapshot.Financing.List(filter, page), 5).Select(one => one.Holding));
        }

        var ofOffers =
            from financier in (ParticipantId?[])[null, new(6)]
            from holding in (HoldingId?[])[null, offers[2].Holding]
            from state in (OfferState?[])[null, OfferState.Open, OfferState.Lapsed]
            select new OfferFilter(financier, holding, state);
        foreach (var filter in ofOffers)
        {
            Assert.Equal(
                offers.Where(filter.Admits).Select(one => one.Id),
                Paged.All(page => snapshot.Financing.ListOffers(filter, page), 5).Select(one => one.Id));
        }
    }

    [Fact]
    public async Task Exposures_are_listed_by_financier_obligor_and_currency()
    {
        using var bench = await ReceivableBench.OpenAsync();
        var set = new List<LedgerEvent>();
        foreach (var financier in (uint[])[6, 5])
        {
            foreach (var obligor in (uint[])[4, 3])
            {
                foreach (var currency in (string[])["USD", "EUR"])
                {
                    set.Add(new ExposureLimitSet(
                        new(financier), new(obligor), Story.IntentOf($"{financier}{obligor}{currency}"), currency,
                        ulong.MaxValue));
                }
            }
        }

        await bench.TellAsync([.. set]);
        var all = Paged.All(page => bench.Snapshot.Exposures.List(null, null, page), 3);

        Assert.Equal(
            ["5 3 EUR", "5 3 USD", "5 4 EUR", "5 4 USD", "6 3 EUR", "6 3 USD", "6 4 EUR", "6 4 USD"],
            all.Select(one => $"{one.Financier.Value} {one.Obligor.Value} {one.Currency}"));
        Assert.All(all, one => Assert.Equal((ulong.MaxValue, ulong.MaxValue), (one.Limit, one.Free)));
        foreach (var (financier, obligor) in ((ParticipantId?, ParticipantId?)[])
            [(new(5), null), (null, new(4)), (new(6), new(3))])
        {
            Assert.Equal(
                all.Where(one =>
                    (financier ?? one.Financier) == one.Financier && (obligor ?? one.Obligor) == one.Obligor),
                Paged.All(page => bench.Snapshot.Exposures.List(financier, obligor, page), 1));
        }
    }

    private static ExposureLimitSet Limit(uint obligor, ulong limit) =>
        new(Financier, new ParticipantId(obligor), Story.IntentOf($"limit {obligor} {limit}"), "EUR", limit);
}
