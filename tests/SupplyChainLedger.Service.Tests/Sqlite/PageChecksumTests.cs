using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Tests.Sqlite;

public sealed class PageChecksumTests
{
    [Fact]
    public void A_sealed_page_holds_in_its_place_and_nowhere_else()
    {
        var page = Sealed(number: 7);

        Assert.True(PageChecksum.Holds(page, 7));
        Assert.False(PageChecksum.Holds(page, 6));
        Assert.False(PageChecksum.Holds(page, 8));
        Assert.False(PageChecksum.Holds(new byte[PageChecksum.PageSize], 7));
    }

    [Fact]
    [Trait("Fault", "29")]
    public void No_single_bit_changes_unnoticed()
    {
        var page = Sealed(number: 7);
        for (var bit = 0; bit < page.Length * 8; bit++)
        {
            page[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.False(PageChecksum.Holds(page, 7), $"bit {bit}");
            page[bit / 8] ^= (byte)(1 << bit % 8);
        }

        Assert.True(PageChecksum.Holds(page, 7));
    }

    private static byte[] Sealed(long number)
    {
        var page = new byte[PageChecksum.PageSize];
        new Random(1).NextBytes(page);
        PageChecksum.Seal(page, number);
        return page;
    }
}
