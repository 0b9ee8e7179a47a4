using System.Numerics;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>A call to try out without a transaction.</summary>
public sealed record CallRequest
{
    /// <summary>The contract; null tries a creation.</summary>
    public required Address? To { get; init; }

    /// <summary>Selector and arguments, or creation code.</summary>
    public required byte[] Data { get; init; }

    /// <summary>Who seems to call; the zero address unless given.</summary>
    public Address? From { get; init; }

    /// <summary>Wei to move.</summary>
    public BigInteger Value { get; init; }

    /// <summary>The most gas to use; the node's own limit unless given.</summary>
    public ulong? GasLimit { get; init; }
}
