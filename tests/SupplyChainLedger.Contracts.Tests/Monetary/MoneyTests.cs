using SupplyChainLedger.Contracts.Monetary;

namespace SupplyChainLedger.Contracts.Tests.Monetary;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("EUR", "336.9", 33690)]
    [InlineData("EUR", "120", 12000)]
    [InlineData("EUR", "0012.50", 1250)]
    [InlineData("EUR", "1.000000", 100)]
    [InlineData("EUR", ".5", 50)]
    [InlineData("EUR", "5.", 500)]
    [InlineData("EUR", "-225.14", -22514)]
    [InlineData("EUR", "-0", 0)]
    [InlineData("JPY", "100", 100)]
    [InlineData("JPY", "100.00", 100)]
    [InlineData("JPY", "9223372036854775807", long.MaxValue)]
    [InlineData("KWD", "1.234", 1234)]
    [InlineData("KWD", "1.2340", 1234)]
    [InlineData("CLF", "1.2345", 12345)]
    [InlineData("EUR", "92233720368547758.07", long.MaxValue)]
    [InlineData("EUR", "-92233720368547758.07", -long.MaxValue)]
    public void An_amount_is_counted_in_the_minor_units_of_its_currency(string code, string text, long minorUnits)
    {
        Assert.True(Money.TryParse(text, Currency.Find(code)!, out var money, out var problem));
        Assert.Equal(AmountProblem.None, problem);
        Assert.Equal(new Money(minorUnits, Currency.Find(code)!), money);
    }

    [Theory]
    [Trait("Fault", "45")]
    [InlineData("EUR", "", AmountProblem.Empty)]
    [InlineData("EUR", "1e3", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", "1E3", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", "+1", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", "1,00", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", "1,000.00", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", "1 000", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", "1'000", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", "1.0.0", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", "--1", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", "-", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", ".", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", "NaN", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", "0x10", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", "１２", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", "٣", AmountProblem.NotPlainDecimal)]
    [InlineData("EUR", "1.005", AmountProblem.TooManyDecimals)]
    [InlineData("JPY", "100.01", AmountProblem.TooManyDecimals)]
    [InlineData("KWD", "1.2345", AmountProblem.TooManyDecimals)]
    [InlineData("JPY", "9223372036854775808", AmountProblem.TooLarge)]
    [InlineData("EUR", "9223372036854775807", AmountProblem.TooLarge)]
    [InlineData("EUR", "92233720368547758.08", AmountProblem.TooLarge)]
    [InlineData("JPY", "10000000000000000000000000000000000000000", AmountProblem.TooLarge)]
    public void What_is_not_exactly_an_amount_of_the_currency_is_refused(
        string code, string text, AmountProblem expected)
    {
        Assert.False(Money.TryParse(text, Currency.Find(code)!, out var money, out var problem));
        Assert.Equal(expected, problem);
        Assert.Equal(default, money);
    }

    [Theory]
    [InlineData(33690, "EUR", "336.90 EUR")]
    [InlineData(5, "EUR", "0.05 EUR")]
    [InlineData(-22514, "EUR", "-225.14 EUR")]
    [InlineData(100, "JPY", "100 JPY")]
    [InlineData(1, "KWD", "0.001 KWD")]
    [InlineData(long.MinValue, "EUR", "-92233720368547758.08 EUR")]
    public void An_amount_is_shown_with_all_its_decimals(long minorUnits, string code, string expected) =>
        Assert.Equal(expected, new Money(minorUnits, Currency.Find(code)!).ToString());
}
