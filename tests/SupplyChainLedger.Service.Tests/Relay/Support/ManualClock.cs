namespace SupplyChainLedger.Service.Tests.Relay.Support;

/// <summary>A clock that stands still until it is told to go on.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2027, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private long _passed;

    public ulong Seconds => (ulong)_now.ToUnixTimeSeconds();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _passed;

    public void Advance(TimeSpan by)
    {
        _now += by;
        _passed += by.Ticks;
    }

    /// <summary>Shows another time from now on, though none has passed.</summary>
    public void SetBack(TimeSpan by) => _now -= by;
}
