using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Tests;

public sealed class FinancingTests(KeyFiles keys)
{
    [Fact]
    public async Task Sealed_terms_are_shown_to_the_one_who_asked_and_to_nobody_else()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var part = await stage.RequestedAsync(await stage.ConfirmedAsync());
        await stage.OfferedAsync(part, "bank-east", "97.25");
        await stage.OfferedAsync(part, "factor-west", "96.10");

        var everybody = await stage.DoneAsync("financing", "offers", part);
        var competitor = await stage.DoneAsync("financing", "offers", part, "--as", "factor-west");
        var holder = await stage.DoneAsync("financing", "offers", part, "--as", "tier1-brakes");

        Assert.All([everybody, competitor], run =>
        {
            Assert.Contains("sealed", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("97.25", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("96.10", run.Output, StringComparison.Ordinal);
        });
        Assert.Contains("97.25 EUR", holder.Output, StringComparison.Ordinal);
        Assert.Contains("96.10 EUR", holder.Output, StringComparison.Ordinal);
        Assert.Contains("4.85 %", holder.Output, StringComparison.Ordinal);
        Assert.All(stage.Ledger.Offers, offer => Assert.Null(offer.Advance));
        Assert.All(stage.Ledger.Offers, offer => Assert.Equal(0u, offer.DiscountMillionths));
    }

    [Fact]
    public async Task An_accepted_offer_is_paid_acknowledged_and_the_part_is_the_financiers()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var part = await stage.RequestedAsync(await stage.ConfirmedAsync());
        var best = await stage.OfferedAsync(part, "bank-east", "97.25");
        var other = await stage.OfferedAsync(part, "factor-west", "96.10");

        var accepted = await stage.DoneAsync("financing", "accept", part, best, "--as", "tier1-brakes");
        await stage.DoneAsync(
            "financing", "disburse", part, "--as", "bank-east", "--amount", "97.25", "--reference", "E2E-1");
        var received = await stage.DoneAsync("financing", "acknowledge", part, "--as", "tier1-brakes", "--json");

        Assert.Contains("97.25 EUR", accepted.Error, StringComparison.Ordinal);
        Assert.Equal("FINANCING_STATE_COMPLETED", received.Json.At("financing", "state"));
        Assert.Equal("participants/bank-east", stage.Ledger.Holding(part).Holder);
        Assert.Equal(OfferState.Lapsed, stage.Ledger.Offer(other).State);
    }

    [Fact]
    public async Task Accepting_terms_that_this_key_cannot_read_comes_with_a_warning()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var part = await stage.RequestedAsync(await stage.ConfirmedAsync());
        var offer = await stage.OfferedAsync(part, "bank-east", "97.25");

        var run = await stage.RunAsync("financing", "accept", part, offer, "--as", "tier2-steel");

        Assert.Contains("you accept what you cannot read", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_offers_can_be_read_by_everybody()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var part = await stage.RequestedAsync(await stage.ConfirmedAsync(), "--open-offers");
        await stage.OfferedAsync(part, "bank-east", "97.25");

        var everybody = await stage.DoneAsync("financing", "offers", part);

        Assert.Contains("97.25 EUR", everybody.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contested_disbursement_says_why_and_can_be_taken_back()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var part = await stage.RequestedAsync(await stage.ConfirmedAsync());
        var offer = await stage.OfferedAsync(part, "bank-east", "97.25");
        await stage.DoneAsync("financing", "accept", part, offer, "--as", "tier1-brakes");
        await stage.DoneAsync(
            "financing", "disburse", part, "--as", "bank-east", "--amount", "97.25", "--reference", "E2E-1");

        await stage.DoneAsync(
            "financing", "contest", part, "--as", "tier1-brakes", "--reason", "Nothing came", "--evidence",
            "0x1111111111111111111111111111111111111111111111111111111111111111");
        var shown = await stage.DoneAsync("financing", "show", part);
        await stage.DoneAsync("financing", "cancel", part, "--as", "bank-east");

        Assert.Contains("Nothing came", shown.Output, StringComparison.Ordinal);
        Assert.Equal(HoldingStep.AtRest, stage.Ledger.Holding(part).Step);
        Assert.Equal("participants/tier1-brakes", stage.Ledger.Holding(part).Holder);
    }

    [Fact]
    public async Task A_request_and_an_offer_can_be_taken_back()
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var part = await stage.RequestedAsync(await stage.ConfirmedAsync());
        var offer = await stage.OfferedAsync(part, "bank-east", "97.25");

        await stage.DoneAsync("financing", "withdraw-offer", part, offer, "--as", "bank-east");
        await stage.DoneAsync("financing", "cancel", part, "--as", "tier1-brakes");

        Assert.Equal(OfferState.Withdrawn, stage.Ledger.Offer(offer).State);
        Assert.Equal(FinancingState.Withdrawn, stage.Ledger.Financing(part).State);
        await stage.RefusedAsync("FINANCING_NOT_FOUND", "financing", "show", part.Replace('a', 'b'));
    }

    [Fact]
    public async Task A_limit_is_set_in_the_currencys_own_units()
    {
        await using var stage = await CliStage.OpenAsync(keys);

        var run = await stage.DoneAsync(
            "financing", "limit", "--as", "bank-east", "--obligor", "core-motors", "--currency", "KWD",
            "--amount", "1.5");
        var listed = await stage.DoneAsync("financing", "limits", "--financier", "bank-east");

        Assert.Contains("1.500 KWD", run.Error, StringComparison.Ordinal);
        Assert.Contains("1.500 KWD", listed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--open-until", "yesterday", "no point in time")]
    [InlineData("--lowest", "95.001", "more decimals than EUR")]
    public async Task A_request_that_cannot_be_meant_is_not_signed(string option, string value, string hint)
    {
        await using var stage = await CliStage.OpenAsync(keys);
        var holding = await stage.ConfirmedAsync();
        List<string> line = ["financing", "request", holding, "--as", "tier1-brakes"];
        if (option != "--lowest") line.AddRange(["--lowest", "95.00"]);

        var run = await stage.RunAsync([.. line, option, value]);

        Assert.Contains(hint, run.Ends(ExitCode.Usage).Error, StringComparison.Ordinal);
        Assert.Empty(stage.Ledger.Financings);
    }
}
