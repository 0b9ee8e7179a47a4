using SupplyChainLedger.Contracts.Monetary;

namespace SupplyChainLedger.Contracts.Tests.Monetary;

public sealed class CurrencyTests
{
    // ISO 4217 list one has 178 codes, 13 of them without minor units.
    [Fact]
    public void The_table_holds_every_currency_that_has_minor_units()
    {
        Assert.Equal(165, Currency.All.Count);
        Assert.All(Currency.All, pair => Assert.Matches("^[A-Z]{3}$", pair.Key));
        Assert.All(Currency.All, pair => Assert.InRange(pair.Value.Decimals, 0, 4));
    }

    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("KRW", 0)]
    [InlineData("XOF", 0)]
    [InlineData("EUR", 2)]
    [InlineData("CNY", 2)]
    [InlineData("XCG", 2)]
    [InlineData("KWD", 3)]
    [InlineData("TND", 3)]
    [InlineData("CLF", 4)]
    public void A_currency_has_the_decimals_of_its_standard(string code, int decimals) =>
        Assert.Equal(decimals, Currency.Find(code)!.Decimals);

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("")]
    [InlineData("XYZ")]
    [InlineData("XAU")]
    [InlineData("XXX")]
    [InlineData("DEM")]
    [InlineData("BGN")]
    [InlineData("HRK")]
    public void Withdrawn_unknown_and_uncountable_codes_are_no_currencies(string code) =>
        Assert.Null(Currency.Find(code));
}
