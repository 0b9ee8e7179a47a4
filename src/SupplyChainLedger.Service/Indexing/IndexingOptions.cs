namespace SupplyChainLedger.Service.Indexing;

/// <summary>How the index follows the chain.</summary>
internal sealed record IndexingOptions
{
    /// <summary>Path of <c>index.db</c>.</summary>
    public required string Path { get; init; }

    /// <summary>How often the node is asked for its newest block, 1 ms and up; a nudge does not wait for it.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many blocks are fetched at once while catching up, 1 and up.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>
    /// Names the present start of the machine (<see cref="Hosting.MachineStart"/>), so that a new index need not wait for the disk
    /// before it is complete: one that was cut off with its machine is begun anew. Null where it is not known, and
    /// every checkpoint waits.
    /// </summary>
    public string? MachineStart { get; init; }

    /// <summary>
    /// True where the one node is the whole network and may lose its newest blocks when it is killed, as the embedded
    /// devnet may: a lower head is then believed, and a block that was called final may be taken back.
    /// </summary>
    public bool AllowChainRegression { get; init; }
}
