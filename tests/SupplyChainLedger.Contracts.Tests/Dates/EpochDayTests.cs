using SupplyChainLedger.Contracts.Dates;

namespace SupplyChainLedger.Contracts.Tests.Dates;

public sealed class EpochDayTests
{
    [Theory]
    [Trait("Fault", "35")]
    [InlineData("1970-01-01", 0u)]
    [InlineData("1970-01-02", 1u)]
    [InlineData("2000-02-29", 11016u)]
    [InlineData("2027-03-31", 20908u)]
    [InlineData("9999-12-31", 2932896u)]
    public void A_calendar_date_is_its_number_of_days_since_1970(string iso, uint days)
    {
        var date = DateOnly.ParseExact(iso, "yyyy-MM-dd");

        Assert.Equal(days, EpochDay.FromDate(date).Value);
        Assert.Equal(date, new EpochDay(days).ToDate());
        Assert.Equal(iso, new EpochDay(days).ToString());
    }

    [Fact]
    public void A_date_before_1970_cannot_be_held()
    {
        var before = new DateOnly(1969, 12, 31);

        Assert.False(EpochDay.CanHold(before));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpochDay.FromDate(before));
    }

    [Theory]
    [InlineData(2932897u)]
    [InlineData(uint.MaxValue)]
    public void A_number_beyond_the_calendar_is_refused(uint days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EpochDay(days));
}
