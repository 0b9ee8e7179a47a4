namespace SupplyChainLedger.Simulation.Chain;

/// <summary>How the node and the way to it are at the moment. Each chance is that of one call.</summary>
internal sealed class Weather
{
    /// <summary>Nobody is reached.</summary>
    public double Unreachable { get; set; }

    /// <summary>The node does what it is asked, and its answer is lost.</summary>
    public double LostAnswer { get; set; }

    /// <summary>The call gets stuck on its way, and ends with the caller's patience.</summary>
    public double Hang { get; set; }

    /// <summary>Something in between answers with HTTP status 502 or 429.</summary>
    public double Refused { get; set; }

    /// <summary>A node answers that is some blocks behind, or still on a branch that was given up.</summary>
    public double Stale { get; set; }

    /// <summary>The longest that a call takes either way.</summary>
    public TimeSpan Latency { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Everything is as it should be.</summary>
    public void Clear()
    {
        (Unreachable, LostAnswer, Hang, Refused, Stale) = (0, 0, 0, 0, 0);
        Latency = TimeSpan.FromMilliseconds(20);
    }
}
