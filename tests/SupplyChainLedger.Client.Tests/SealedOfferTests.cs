using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Testing;
using SupplyChainLedger.Contracts.Financing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Tests;

public sealed class SealedOfferTests
{
    private static readonly OfferTerms Terms = new(9_725, 48_500);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sealed_terms_open_for_the_one_who_asked_and_for_no_other_key()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var holder = await Actor.EnterAsync(running, TestParty.Tier1Brakes);
        var part = await RequestAsync(running, holder, sealedOffers: true);

        var placed = await OfferAsync(running, TestParty.BankEast, part, Terms);

        Assert.Null(placed.Advance);
        Assert.Equal(0u, placed.DiscountMillionths);
        Assert.Equal(Terms, OfferReader.Read(placed, TestParty.Tier1Brakes.Key));
        Assert.Null(OfferReader.Read(placed, TestParty.FactorWest.Key));
        Assert.Null(OfferReader.Read(placed, TestParty.BankEast.Key));
        Assert.Null(OfferReader.Read(placed, key: null));
    }

    [Fact]
    public async Task Sealed_terms_that_were_copied_to_another_part_do_not_open()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var holder = await Actor.EnterAsync(running, TestParty.Tier1Brakes);
        var part = await RequestAsync(running, holder, sealedOffers: true);

        var copied = await OfferAsync(running, TestParty.BankEast, part, Terms);
        copied.Holding = ResourceNames.Of(new HoldingId(Hash32.Parse($"0x{1:x64}")));

        Assert.Null(OfferReader.Read(copied, TestParty.Tier1Brakes.Key));
    }

    [Theory]
    [InlineData("0x")]
    [InlineData("0x1234")]
    [InlineData("not hexadecimal")]
    public void Terms_that_are_none_do_not_open(string text)
    {
        var offer = new Offer { Holding = $"holdings/0x{1:x64}", SealedTerms = text };

        Assert.Null(OfferReader.Read(offer, TestParty.Tier1Brakes.Key));
    }

    [Fact]
    public async Task The_length_of_sealed_terms_tells_nothing()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var holder = await Actor.EnterAsync(running, TestParty.Tier1Brakes);
        var part = await RequestAsync(running, holder, sealedOffers: true);

        var small = await OfferAsync(running, TestParty.BankEast, part, new OfferTerms(1, 0));
        var large = await OfferAsync(running, TestParty.FactorWest, part, new OfferTerms(long.MaxValue, uint.MaxValue));

        Assert.Equal(small.SealedTerms.Length, large.SealedTerms.Length);
    }

    [Fact]
    public async Task Open_terms_are_read_without_a_key()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var holder = await Actor.EnterAsync(running, TestParty.Tier1Brakes);
        var part = await RequestAsync(running, holder, sealedOffers: false);

        var placed = await OfferAsync(running, TestParty.BankEast, part, Terms);

        Assert.Equal(Terms, OfferReader.Read(placed, key: null));
    }

    [Fact]
    public async Task An_open_offer_where_sealed_ones_are_wanted_is_refused()
    {
        await using var running = await RunningLedger.StartAsync(Cancellation);
        using var holder = await Actor.EnterAsync(running, TestParty.Tier1Brakes);
        using var bank = await Actor.EnterAsync(running, TestParty.BankEast);
        var part = await RequestAsync(running, holder, sealedOffers: true);
        var open = bank.Signer.PlaceOffer(part, Terms, recourse: false, DateTimeOffset.UtcNow.AddDays(1), offerKey: []);

        var refusal = await Assert.ThrowsAsync<LedgerException>(
            () => bank.Client.Financing.PlaceOfferAsync(open, WaitFor.Included, Cancellation));

        Assert.Equal(ErrorReason.OfferFormMismatch, refusal.Reason);
    }

    private static async Task<HoldingReference> RequestAsync(RunningLedger running, Actor holder, bool sealedOffers)
    {
        var whole = await Actor.ReceivableAsync(running);
        var terms = new FinancingTerms(
            10_000, 9_500, DateTimeOffset.UtcNow.AddDays(1), Recourse: false, sealedOffers);
        var request = holder.Signer.RequestFinancing(whole, terms);
        await holder.Client.Financing.RequestFinancingAsync(request, WaitFor.Included, Cancellation);
        return whole.Part(request.Digest);
    }

    private static async Task<Offer> OfferAsync(
        RunningLedger running, TestParty financier, HoldingReference part, OfferTerms terms)
    {
        using var actor = await Actor.EnterAsync(running, financier);
        var asked = await actor.Client.Financing.GetFinancingAsync(part.Holding, cancellation: Cancellation);
        var key = asked.Financing.OfferKey.Length == 0 ? [] : Hex.Decode(asked.Financing.OfferKey);
        var offer = actor.Signer.PlaceOffer(part, terms, recourse: false, DateTimeOffset.UtcNow.AddDays(1), key);
        return (await actor.Client.Financing.PlaceOfferAsync(offer, WaitFor.Included, Cancellation)).Offer;
    }
}
