namespace SupplyChainLedger.Service.Health;

/// <summary>How much the operator bears before the service calls itself not ready.</summary>
internal sealed record HealthOptions
{
    /// <summary>Blocks that the index may be behind its node, 1 and up.</summary>
    public ulong MaxLagBlocks { get; init; } = 100;

    /// <summary>How long the index may lack a block that its node has shown.</summary>
    public TimeSpan MaxLag { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How old the chain's newest block may be; zero where no blocks are made while there is nothing to put into them,
    /// as on the embedded devnet.
    /// </summary>
    public TimeSpan MaxHeadAge { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the node is asked whether it still is one of the network.</summary>
    public TimeSpan CheckInterval { get; init; } = TimeSpan.FromSeconds(30);
}
