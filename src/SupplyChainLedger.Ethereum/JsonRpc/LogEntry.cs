namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>A log and where it stands on the chain.</summary>
public sealed record LogEntry
{
    /// <summary>The contract that left it.</summary>
    public required Address Address { get; init; }

    /// <summary>Up to four topics.</summary>
    public required Hash32[] Topics { get; init; }

    /// <summary>What is not in the topics.</summary>
    public required byte[] Data { get; init; }

    /// <summary>Height of its block.</summary>
    public required ulong BlockNumber { get; init; }

    /// <summary>Hash of its block.</summary>
    public required Hash32 BlockHash { get; init; }

    /// <summary>The transaction that made it.</summary>
    public required Hash32 TransactionHash { get; init; }

    /// <summary>That transaction's place in the block, from 0.</summary>
    public required int TransactionIndex { get; init; }

    /// <summary>The log's place in the block, from 0.</summary>
    public required int LogIndex { get; init; }
}
