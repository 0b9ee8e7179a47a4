using SupplyChainLedger.Service.Api.Financings;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Tests.Api.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class FinancingCallTests
{
    [Fact]
    public async Task A_request_shows_its_offers_and_of_sealed_ones_no_terms()
    {
        using var bench = await LifeBench.OpenAsync();

        var answer = await new GetFinancingCall(bench.Reader).AnswerAsync(
            new GetFinancingRequest { Holding = ResourceNames.Of(LifeStory.Offered) }, bench.Call);

        Assert.Equal(FinancingState.Open, answer.Financing.State);
        Assert.Equal((2_000, 1_900), (answer.Financing.Amount.MinorUnits, answer.Financing.LowestAdvance.MinorUnits));
        Assert.Equal(HoldingStep.FinancingRequested, answer.Part.Step);
        Assert.Equal(
            [ResourceNames.Of(LifeStory.SealedOffer), ResourceNames.Of(LifeStory.OpenOffer)],
            answer.Offers.Select(offer => offer.Name));
        Assert.Equal((null, 0u, "0x010203"), Terms(answer.Offers[0]));
        Assert.Equal((LifeBench.Eur(1_950), 48_500u, ""), Terms(answer.Offers[1]));
    }

    [Fact]
    public async Task Offers_and_requests_are_listed_by_who_made_them()
    {
        using var bench = await LifeBench.OpenAsync();

        var offers = await new ListOffersCall(bench.Reader).AnswerAsync(
            new ListOffersRequest { Financier = LifeBench.Party(LifeStory.Bank), State = OfferState.Open },
            bench.Call);
        var requests = await new ListFinancingsCall(bench.Reader).AnswerAsync(
            new ListFinancingsRequest { Holder = LifeBench.Party(LifeStory.Supplier), State = FinancingState.Open },
            bench.Call);

        Assert.Equal(ResourceNames.Of(LifeStory.OpenOffer), Assert.Single(offers.Offers).Name);
        Assert.Equal(ResourceNames.Of(LifeStory.Offered), Assert.Single(requests.Financings).Holding);
    }

    [Fact]
    public async Task A_financier_sees_what_is_on_offer_within_its_limits()
    {
        using var bench = await LifeBench.OpenAsync();
        var list = new ListOpportunitiesCall(bench.Reader);

        var bank = await list.AnswerAsync(
            new ListOpportunitiesRequest { Financier = LifeBench.Party(LifeStory.Bank) }, bench.Call);
        var fund = await list.AnswerAsync(
            new ListOpportunitiesRequest { Financier = LifeBench.Party(LifeStory.Fund) }, bench.Call);

        var opportunity = Assert.Single(bank.Opportunities);
        Assert.Equal(LifeBench.Eur(50_000), opportunity.Free);
        Assert.Equal(85u, opportunity.TenorDays);
        Assert.Equal(ResourceNames.Of(LifeStory.OpenOffer), opportunity.OwnOffer);
        Assert.Empty(fund.Opportunities);
    }

    [Fact]
    public async Task A_holder_sees_what_can_be_financed_and_at_which_price()
    {
        using var bench = await LifeBench.OpenAsync();

        var answer = await new ListFinanceableCall(bench.Reader).AnswerAsync(
            new ListFinanceableRequest { Holder = LifeBench.Party(LifeStory.Supplier) }, bench.Call);

        var one = Assert.Single(answer.Financeable);
        Assert.Equal((LifeBench.Holding, 3_900), (one.Holding.Name, one.Holding.Amount.MinorUnits));
        Assert.Equal((48_500u, false), (one.BestPrice.DiscountMillionths, one.BestPrice.Accepted));
        Assert.Equal(one.BestPrice, one.LastPrice);
    }

    [Fact]
    public async Task Exposures_tell_what_is_free()
    {
        using var bench = await LifeBench.OpenAsync();

        var answer = await new ListExposuresCall(bench.Reader).AnswerAsync(
            new ListExposuresRequest { Obligor = LifeBench.Party(LifeStory.Buyer) }, bench.Call);

        Assert.Equal([50_000, 1_999], answer.Exposures.Select(one => one.Free.MinorUnits));
        Assert.Equal(ResourceNames.Of(LifeStory.IntentOf(6)), answer.Exposures[0].LastChangeIntent);
    }

    [Fact]
    public async Task A_question_of_somebody_must_say_of_whom()
    {
        using var bench = await LifeBench.OpenAsync();

        await LifeBench.RefusedAsync(
            ErrorReason.InvalidField,
            () => new ListFinanceableCall(bench.Reader).AnswerAsync(new ListFinanceableRequest(), bench.Call));
        await LifeBench.RefusedAsync(
            ErrorReason.ParticipantNotFound,
            () => new ListOpportunitiesCall(bench.Reader).AnswerAsync(
                new ListOpportunitiesRequest { Financier = "participants/nobody" }, bench.Call));
        await LifeBench.RefusedAsync(
            ErrorReason.FinancingNotFound,
            () => new GetFinancingCall(bench.Reader).AnswerAsync(
                new GetFinancingRequest { Holding = LifeBench.Holding }, bench.Call));
    }

    private static (Money? Advance, uint Discount, string Sealed) Terms(Offer offer) =>
        (offer.Advance, offer.DiscountMillionths, offer.SealedTerms);
}
