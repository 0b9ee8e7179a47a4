using System.Numerics;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>A transaction that a node knows.</summary>
public sealed record ChainTransaction
{
    /// <summary>Its hash.</summary>
    public required Hash32 Hash { get; init; }

    /// <summary>Hash of its block; null while it waits.</summary>
    public required Hash32? BlockHash { get; init; }

    /// <summary>Height of its block; null while it waits.</summary>
    public required ulong? BlockNumber { get; init; }

    /// <summary>Who signed it.</summary>
    public required Address From { get; init; }

    /// <summary>Whom it calls; null when it creates a contract.</summary>
    public required Address? To { get; init; }

    /// <summary>The sender's nonce.</summary>
    public required ulong Nonce { get; init; }

    /// <summary>Wei it moves.</summary>
    public required BigInteger Value { get; init; }

    /// <summary>Call data or creation code.</summary>
    public required byte[] Input { get; init; }
}
