using SupplyChainLedger.Service.Api.Receivables;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Tests.Api.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class ReceivableCallTests
{
    [Fact]
    public async Task A_receivable_shows_what_has_become_of_the_promise()
    {
        using var bench = await LifeBench.OpenAsync();

        var answer = await new GetReceivableCall(bench.Reader).AnswerAsync(
            new GetReceivableRequest { Name = LifeBench.Receivable }, bench.Call);

        var shown = answer.Receivable;
        Assert.Equal(("INV-1", 1u, true), (shown.InvoiceNumber, shown.RuleVersion, shown.Irrevocable));
        Assert.Equal(LifeBench.Party(LifeStory.Buyer), shown.Buyer);
        Assert.Equal(LifeBench.Eur(10_000), shown.ConfirmedAmount);
        Assert.Equal(LifeBench.Eur(100), shown.CreditedAmount);
        Assert.Equal(LifeBench.Eur(9_900), shown.OutstandingAmount);
        Assert.Equal(ResourceNames.Of(LifeStory.IntentOf(3)), shown.ConfirmationIntent);
        Assert.Equal(2UL, shown.Confirmation.BlockNumber);
        Assert.Equal(5UL, shown.LastChange.BlockNumber);
        Assert.Equal(answer.ReadAt.BlockNumber, shown.LastChange.BlockNumber);
    }

    [Fact]
    public async Task The_open_holdings_add_up_to_what_is_outstanding()
    {
        using var bench = await LifeBench.OpenAsync();

        var answer = await new ListHoldingsCall(bench.Reader).AnswerAsync(
            new ListHoldingsRequest { Receivable = LifeBench.Receivable }, bench.Call);

        Assert.Equal([1_000, 2_000, 3_000, 3_900], answer.Holdings.Select(one => one.Amount.MinorUnits));
        Assert.Equal(
            [HoldingStep.DisputeOpened, HoldingStep.FinancingRequested, HoldingStep.AtRest, HoldingStep.AtRest],
            answer.Holdings.Select(one => one.Step));
    }

    [Theory]
    [InlineData((int)HoldingStep.AtRest, 2)]
    [InlineData((int)HoldingStep.DisputeOpened, 1)]
    [InlineData((int)HoldingStep.PaymentDeclared, 0)]
    public async Task Holdings_are_listed_by_step(int step, int count)
    {
        using var bench = await LifeBench.OpenAsync();

        var answer = await new ListHoldingsCall(bench.Reader).AnswerAsync(
            new ListHoldingsRequest { Step = (HoldingStep)step }, bench.Call);

        Assert.Equal(count, answer.Holdings.Count);
    }

    [Fact]
    public async Task A_request_for_financing_has_no_counterparty_but_its_lowest_advance_pending()
    {
        using var bench = await LifeBench.OpenAsync();

        var holding = (await new GetHoldingCall(bench.Reader).AnswerAsync(
            new GetHoldingRequest { Name = ResourceNames.Of(LifeStory.Offered) }, bench.Call)).Holding;

        Assert.Equal(("", LifeBench.Eur(1_900)), (holding.Counterparty, holding.PendingAmount));
        Assert.Equal(LifeBench.Holding, holding.Parent);
        Assert.Equal(1_801_000_000, holding.StepDeadline.Seconds);
    }

    [Fact]
    public async Task Receivables_are_found_by_those_who_hold_a_part()
    {
        using var bench = await LifeBench.OpenAsync();
        var list = new ListReceivablesCall(bench.Reader);

        var held = await list.AnswerAsync(
            new ListReceivablesRequest { Holder = LifeBench.Party(LifeStory.SecondTier) }, bench.Call);
        var none = await list.AnswerAsync(
            new ListReceivablesRequest { Holder = LifeBench.Party(LifeStory.Bank) }, bench.Call);

        Assert.Equal(LifeBench.Receivable, Assert.Single(held.Receivables).Name);
        Assert.Empty(none.Receivables);
    }

    [Fact]
    public async Task A_holding_is_traced_back_to_the_obligor()
    {
        using var bench = await LifeBench.OpenAsync();

        var trace = await new TraceHoldingCall(bench.Reader).AnswerAsync(
            new TraceHoldingRequest { Name = ResourceNames.Of(LifeStory.Passed) }, bench.Call);

        Assert.Equal(LifeBench.Party(LifeStory.Buyer), trace.Obligor);
        Assert.Equal(LifeBench.Receivable, trace.Receivable.Name);
        Assert.Equal(
            [(TierKind.Transfer, 3_000L, 1u), (TierKind.Confirmation, 10_000L, 0u)],
            trace.Tiers.Select(tier => (tier.Kind, tier.Amount.MinorUnits, tier.Depth)));
        Assert.Equal($"{LifeStory.TradeDocument}", trace.Tiers[0].DocumentHash);
        Assert.Equal(LifeBench.Party(LifeStory.Supplier), trace.Tiers[0].FromParticipant);
        Assert.Equal((2027, 1, 15), (trace.Tiers[0].Date.Year, trace.Tiers[0].Date.Month, trace.Tiers[0].Date.Day));
        Assert.Equal(LifeBench.Party(LifeStory.Buyer), trace.Tiers[1].FromParticipant);
    }

    [Fact]
    public async Task What_is_not_there_is_named_and_what_is_no_name_is_refused()
    {
        using var bench = await LifeBench.OpenAsync();
        var get = new GetHoldingCall(bench.Reader);
        var unknown = $"holdings/0x{new string('1', 64)}";

        await LifeBench.RefusedAsync(
            ErrorReason.HoldingNotFound, () => get.AnswerAsync(new GetHoldingRequest { Name = unknown }, bench.Call));
        await LifeBench.RefusedAsync(
            ErrorReason.InvalidField,
            () => get.AnswerAsync(new GetHoldingRequest { Name = LifeBench.Receivable }, bench.Call));
        await LifeBench.RefusedAsync(
            ErrorReason.ReceivableNotFound,
            () => new GetReceivableCall(bench.Reader).AnswerAsync(
                new GetReceivableRequest { Name = $"receivables/0x{new string('1', 64)}" }, bench.Call));
        await LifeBench.RefusedAsync(
            ErrorReason.InvalidField,
            () => new ListHoldingsCall(bench.Reader).AnswerAsync(
                new ListHoldingsRequest { Step = (HoldingStep)13 }, bench.Call));
    }
}
