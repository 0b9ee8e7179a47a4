using SupplyChainLedger.Service.Api.Resources;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class MomentsTests
{
    [Theory]
    [InlineData(1_800_000_000, "2027-01-15T08:00:00Z")]
    [InlineData(253_402_300_799, "9999-12-31T23:59:59Z")]
    [InlineData(253_402_300_800, "9999-12-31T23:59:59Z")]
    [InlineData(ulong.MaxValue, "9999-12-31T23:59:59Z")]
    public void A_moment_beyond_the_calendar_is_shown_as_its_end(ulong unixSeconds, string shown) =>
        Assert.Equal($"\"{shown}\"", ChainWriter.Time(unixSeconds).ToString());
}
