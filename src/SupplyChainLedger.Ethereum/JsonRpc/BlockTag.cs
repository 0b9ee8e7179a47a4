namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>A block by its number or its standing.</summary>
public readonly record struct BlockTag
{
    private readonly string? _text;

    private BlockTag(string text, ulong? number = null)
    {
        _text = text;
        Number = number;
    }

    /// <summary>The newest block.</summary>
    public static BlockTag Latest => default;

    /// <summary>The newest block that the chain's consensus will not take back; not every node knows one.</summary>
    public static BlockTag Finalized { get; } = new("finalized");

    /// <summary>The newest block with what waits in the node's pool on top; not every node counts that.</summary>
    public static BlockTag Pending { get; } = new("pending");

    /// <summary>The block of this height on the canonical chain.</summary>
    public static BlockTag At(ulong number) => new(Quantity.Write(number), number);

    /// <summary>
    /// This very block, on whatever branch it is (EIP-1898): a node behind a load balancer may have another one at its
    /// height. A node that takes no hash is asked by the height.
    /// </summary>
    public static BlockTag Of(ulong number, Hash32 hash) => At(number) with { Hash = hash };

    /// <summary>The height, where the block is named by it.</summary>
    internal ulong? Number { get; }

    /// <summary>The hash, where the block is named by it.</summary>
    internal Hash32? Hash { get; private init; }

    /// <summary>As JSON-RPC takes it.</summary>
    public override string ToString() => _text ?? "latest";
}
