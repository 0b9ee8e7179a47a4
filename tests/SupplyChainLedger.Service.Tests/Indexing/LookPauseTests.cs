using SupplyChainLedger.Service.Indexing.Following;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class LookPauseTests
{
    private readonly LookPause _pause = new(TimeSpan.FromMilliseconds(50));

    [Fact]
    public void What_is_expected_is_looked_for_soon_and_then_ever_more_seldom()
    {
        double[] pauses =
        [
            Next(isExpecting: true), Next(), Next(), Next(), Next(), Next(), Next(), Next(),
        ];

        Assert.Equal([1, 2, 4, 8, 16, 32, 50, 50], pauses);
    }

    [Fact]
    public void Once_it_has_come_the_usual_interval_is_enough()
    {
        Next(isExpecting: true);

        Assert.Equal(50, Next(hasCome: true));
        Assert.Equal(50, Next());
    }

    [Fact]
    public void More_may_be_expected_when_something_has_come()
    {
        Assert.Equal(1, Next(isExpecting: true, hasCome: true));
    }

    private double Next(bool isExpecting = false, bool hasCome = false) =>
        _pause.Next(isExpecting, hasCome).TotalMilliseconds;
}
