namespace SupplyChainLedger.Ethereum.Blocks;

/// <summary>A field of a block's header.</summary>
/// <param name="Name">As JSON-RPC calls it.</param>
/// <param name="IsNumber">Whether RLP has it without leading zeros.</param>
internal sealed record HeaderField(string Name, bool IsNumber = false)
{
    /// <summary>What every header has, in the order of the RLP (Yellow Paper, section 4.3).</summary>
    public static IReadOnlyList<HeaderField> Required { get; } =
    [
        new("parentHash"),
        new("sha3Uncles"),
        new("miner"),
        new("stateRoot"),
        new("transactionsRoot"),
        new("receiptsRoot"),
        new("logsBloom"),
        new("difficulty", IsNumber: true),
        new("number", IsNumber: true),
        new("gasLimit", IsNumber: true),
        new("gasUsed", IsNumber: true),
        new("timestamp", IsNumber: true),
        new("extraData"),
        new("mixHash"),
        new("nonce"),
    ];

    /// <summary>What forks have added at the end, one after the other; a header has none after the first it lacks.
    /// </summary>
    public static IReadOnlyList<HeaderField> Added { get; } =
    [
        new("baseFeePerGas", IsNumber: true), // London, EIP-1559
        new("withdrawalsRoot"), // Shanghai, EIP-4895
        new("blobGasUsed", IsNumber: true), // Cancun, EIP-4844
        new("excessBlobGas", IsNumber: true),
        new("parentBeaconBlockRoot"), // Cancun, EIP-4788
        new("requestsHash"), // Prague, EIP-7685
        new("blockAccessListHash"), // Amsterdam, EIP-7928
        new("slotNumber", IsNumber: true), // Amsterdam, EIP-7843
    ];

    /// <summary>What JSON-RPC tells of a block besides its header.</summary>
    public static IReadOnlyList<string> Beside { get; } =
        ["hash", "size", "uncles", "transactions", "withdrawals", "totalDifficulty"];
}
