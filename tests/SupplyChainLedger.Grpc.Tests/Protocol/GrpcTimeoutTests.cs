using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Tests.Protocol;

public sealed class GrpcTimeoutTests
{
    [Theory]
    [InlineData(0, "0u")]
    [InlineData(-5, "0u")]
    [InlineData(1, "1u")]
    [InlineData(10, "1u")]
    [InlineData(999_999_990, "99999999u")]
    [InlineData(1_000_000_000, "100000m")]
    [InlineData(1_000_000_001, "100001m")]
    [InlineData(1_000_000_000_000, "100000S")]
    [InlineData(long.MaxValue, "99999999H")]
    public void A_timeout_is_written_in_the_finest_unit_of_eight_digits_and_never_shrinks(long ticks, string expected)
    {
        var text = GrpcTimeout.Format(TimeSpan.FromTicks(ticks));

        Assert.Equal(expected, text);
        Assert.True(text.Length <= 9);
    }

    [Theory]
    [InlineData("1H", 36_000_000_000)]
    [InlineData("2M", 1_200_000_000)]
    [InlineData("3S", 30_000_000)]
    [InlineData("4m", 40_000)]
    [InlineData("5u", 50)]
    [InlineData("699n", 6)]
    [InlineData("00000001S", 10_000_000)]
    public void Every_unit_is_read(string text, long ticks)
    {
        Assert.True(GrpcTimeout.TryParse(text, out var timeout));
        Assert.Equal(ticks, timeout.Ticks);
    }
}
