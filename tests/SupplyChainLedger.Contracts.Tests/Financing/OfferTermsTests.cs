using SupplyChainLedger.Contracts.Financing;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Sealing;
using SupplyChainLedger.Ethereum.Signing;

namespace SupplyChainLedger.Contracts.Tests.Financing;

public sealed class OfferTermsTests
{
    private static readonly HoldingId Part = new(Hash32.FromBytes(Enumerable.Repeat((byte)1, 32).ToArray()));
    private static readonly HoldingId OtherPart = new(Hash32.FromBytes(Enumerable.Repeat((byte)2, 32).ToArray()));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(97_500_00, 48_500)]
    [InlineData(ulong.MaxValue, uint.MaxValue)]
    public void The_one_who_asks_reads_the_sealed_terms(ulong advance, uint discount)
    {
        using var key = PrivateKey.Generate();
        var terms = new OfferTerms(advance, discount);
        var box = terms.Seal(key.SealingKey, Part);
        Assert.Equal(61, box.Length);
        Assert.True(OfferTerms.TryOpen(key, box, Part, out var opened));
        Assert.Equal(terms, opened);
    }

    [Fact]
    public void A_competitor_does_not_read_them_nor_can_they_be_copied_to_another_part()
    {
        using var key = PrivateKey.Generate();
        using var competitor = PrivateKey.Generate();
        var box = new OfferTerms(97_500_00, 48_500).Seal(key.SealingKey, Part);
        Assert.False(OfferTerms.TryOpen(competitor, box, Part, out _));
        Assert.False(OfferTerms.TryOpen(key, box, OtherPart, out _));
    }

    [Fact]
    public void A_box_with_something_else_in_it_holds_no_terms()
    {
        using var key = PrivateKey.Generate();
        var box = SealedBox.Seal(key.SealingKey, "ninety-seven"u8.ToArray().AsSpan(0, 11), Part.Value.ToBytes());
        Assert.False(OfferTerms.TryOpen(key, box, Part, out _));
    }
}
