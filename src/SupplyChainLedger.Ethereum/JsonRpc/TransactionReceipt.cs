using System.Numerics;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>What became of a transaction in its block.</summary>
public sealed record TransactionReceipt
{
    /// <summary>The transaction.</summary>
    public required Hash32 TransactionHash { get; init; }

    /// <summary>Hash of its block.</summary>
    public required Hash32 BlockHash { get; init; }

    /// <summary>Height of its block.</summary>
    public required ulong BlockNumber { get; init; }

    /// <summary>Place in the block, from 0.</summary>
    public required int TransactionIndex { get; init; }

    /// <summary>False when it reverted or ran out of gas.</summary>
    public required bool Succeeded { get; init; }

    /// <summary>The contract it created; null for a call.</summary>
    public required Address? ContractAddress { get; init; }

    /// <summary>Gas it used.</summary>
    public required ulong GasUsed { get; init; }

    /// <summary>Wei paid per gas; null where the node does not say.</summary>
    public required BigInteger? EffectiveGasPrice { get; init; }

    /// <summary>Its logs in order.</summary>
    public required IReadOnlyList<LogEntry> Logs { get; init; }
}
