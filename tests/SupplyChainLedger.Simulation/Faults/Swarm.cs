namespace SupplyChainLedger.Simulation.Faults;

/// <summary>
/// Which kinds of faults a run has. Each run has some and not others: together they would mask each other (swarm
/// testing; Groce and others, ISSTA 2012).
/// </summary>
internal sealed record Swarm
{
    private Swarm()
    {
    }

    /// <summary>The service is killed, or stopped in order, and starts again.</summary>
    public bool Kills { get; private init; }

    /// <summary>The power goes, also in the midst of a write.</summary>
    public bool PowerCuts { get; private init; }

    /// <summary>The disk is full for a while, slow, or fails to sync.</summary>
    public bool BadDisk { get; private init; }

    /// <summary>Calls to the node get lost, hang or are refused.</summary>
    public bool BadNetwork { get; private init; }

    /// <summary>Some nodes are behind, or on a branch that was given up.</summary>
    public bool StaleNodes { get; private init; }

    /// <summary>Blocks are replaced, as deep as may be.</summary>
    public bool Reorganisations { get; private init; }

    /// <summary>Waiting transactions are forgotten, also those of blocks that are given up.</summary>
    public bool LostTransactions { get; private init; }

    /// <summary>No blocks for a while.</summary>
    public bool Halts { get; private init; }

    /// <summary>Base fees jump, and the relay's account is empty for a while.</summary>
    public bool Money { get; private init; }

    /// <summary>The service's clock jumps.</summary>
    public bool ClockJumps { get; private init; }

    /// <summary>Others carry intents to the chain.</summary>
    public bool Strangers { get; private init; }

    /// <summary>A key is revoked while its intents are on their way.</summary>
    public bool Revocations { get; private init; }

    /// <summary>Somebody else uses the relay's key.</summary>
    public bool StolenNonces { get; private init; }

    /// <summary>Others carry under another key what a revoked one has signed, also while the service is dead.</summary>
    public bool Rescues { get; private init; }

    public static Swarm Draw(Random chance)
    {
        bool Has() => chance.Next(2) == 0;
        return new Swarm
        {
            Kills = Has(),
            PowerCuts = Has(),
            BadDisk = Has(),
            BadNetwork = Has(),
            StaleNodes = Has(),
            Reorganisations = Has(),
            LostTransactions = Has(),
            Halts = Has(),
            Money = Has(),
            ClockJumps = Has(),
            Strangers = Has(),
            Revocations = chance.Next(4) == 0,
            StolenNonces = chance.Next(4) == 0,
            Rescues = Has(),
        };
    }
}
