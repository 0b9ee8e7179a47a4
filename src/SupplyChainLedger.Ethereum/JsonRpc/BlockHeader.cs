using System.Numerics;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>What the service needs of a block.</summary>
public sealed record BlockHeader
{
    /// <summary>Height.</summary>
    public required ulong Number { get; init; }

    /// <summary>The block's hash.</summary>
    public required Hash32 Hash { get; init; }

    /// <summary>The hash of the block below.</summary>
    public required Hash32 ParentHash { get; init; }

    /// <summary>Seconds since 1970-01-01 UTC.</summary>
    public required ulong Timestamp { get; init; }

    /// <summary>Wei per gas that are burnt (EIP-1559); null on chains without a fee market.</summary>
    public required BigInteger? BaseFeePerGas { get; init; }

    /// <summary>The most gas that the block's transactions may use.</summary>
    public required ulong GasLimit { get; init; }

    /// <summary>The gas they used.</summary>
    public required ulong GasUsed { get; init; }

    /// <summary>Tells which addresses and topics are certainly not in the block's logs.</summary>
    public required LogsBloom LogsBloom { get; init; }

    /// <summary>Root of the state trie after the block.</summary>
    public required Hash32 StateRoot { get; init; }

    /// <summary>Root of the trie of its receipts.</summary>
    public required Hash32 ReceiptsRoot { get; init; }

    /// <summary>
    /// What the header hashes to, with what forks up to Amsterdam have added: on most chains the block's hash. Null
    /// where the node does not tell all of it.
    /// </summary>
    public Hash32? HashOfFields { get; init; }

    /// <summary>
    /// What else the node tells, by name: where the header does not hash to the block's hash, these may be fields of a
    /// later fork. Empty where there is nothing.
    /// </summary>
    public string UnknownFields { get; init; } = "";
}
