namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>Which logs to fetch. Every condition that is given must hold.</summary>
public sealed record LogFilter
{
    private LogFilter()
    {
    }

    /// <summary>The one block, when logs are asked for by block.</summary>
    public Hash32? BlockHash { get; private init; }

    /// <summary>First block of the range.</summary>
    public ulong? FromBlock { get; private init; }

    /// <summary>Last block of the range, included.</summary>
    public ulong? ToBlock { get; private init; }

    /// <summary>Any of these contracts; none means any at all.</summary>
    public IReadOnlyList<Address> Addresses { get; init; } = [];

    /// <summary>For each place of a topic any of these, null for anything.</summary>
    public IReadOnlyList<Hash32[]?> Topics { get; init; } = [];

    /// <summary>Logs of one block, canonical or not, as long as the node keeps it.</summary>
    public static LogFilter InBlock(Hash32 blockHash) => new() { BlockHash = blockHash };

    /// <summary>Logs of a range of the canonical chain, both ends included.</summary>
    public static LogFilter InRange(ulong fromBlock, ulong toBlock) =>
        toBlock >= fromBlock
            ? new LogFilter { FromBlock = fromBlock, ToBlock = toBlock }
            : throw new ArgumentOutOfRangeException(nameof(toBlock), toBlock, "The range ends before it begins.");

    internal LogFilter At(Hash32 blockHash) =>
        this with { BlockHash = blockHash, FromBlock = null, ToBlock = null };
}
