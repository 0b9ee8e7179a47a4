namespace SupplyChainLedger.Simulation.Time;

/// <summary>What a machine's clock shows: the true time, and how far it is off.</summary>
internal sealed class WallClock(World world)
{
    private static readonly DateTimeOffset Begin = new(2027, 1, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How far the machine's clock is ahead of the true time.</summary>
    public TimeSpan Error { get; set; }

    /// <summary>The true time, by which the chain's producers and honest clients go.</summary>
    public DateTimeOffset True => Begin + world.Now;

    /// <summary>What the machine believes.</summary>
    public DateTimeOffset Shown => True + Error;

    /// <summary>The true time in Unix seconds.</summary>
    public ulong Seconds => (ulong)True.ToUnixTimeSeconds();
}
