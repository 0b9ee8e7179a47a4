using System.Numerics;

namespace SupplyChainLedger.Service.Relay;

/// <summary>What the operator decides about the relay.</summary>
internal sealed record RelayOptions
{
    /// <summary>The most gas that any network lets one transaction use since EIP-7825.</summary>
    public const ulong TransactionGasCap = 16_777_216;

    /// <summary>How long the relay lets intents gather before it looks at what waits.</summary>
    public TimeSpan GatherFor { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Intents in one transaction, 1 and up.</summary>
    public int MaxIntents { get; init; } = 400;

    /// <summary>Bytes of call data in one transaction. The default stays below the 128 KiB that geth's pool takes.
    /// </summary>
    public int MaxCallBytes { get; init; } = 120_000;

    /// <summary>
    /// What the embedded devnet takes: blocks of 200,000,000 gas without a limit for one transaction. What a block
    /// costs it grows with its state, so the fewer the better.
    /// </summary>
    public static RelayOptions ForDevnet { get; } = new()
    {
        MaxIntents = 1500,
        MaxCallBytes = 1_500_000,
        MaxGas = 100_000_000,
    };

    /// <summary>Gas of one transaction; the block's own limit holds as well.</summary>
    public ulong MaxGas { get; init; } = TransactionGasCap;

    /// <summary>Transactions that may be on their way at once; the next batch gathers meanwhile.</summary>
    public int MaxInFlight { get; init; } = 2;

    /// <summary>While the index is further behind the chain, in blocks, nothing new is sent.</summary>
    public ulong MaxIndexLag { get; init; } = 8;

    /// <summary>The most wei that are paid for one unit of gas, base fee and raises included: 500 gwei.</summary>
    public BigInteger MaxFeePerGas { get; init; } = 500_000_000_000;

    /// <summary>
    /// The most wei that are first offered to a block's producer for one unit of gas: 2 gwei. What a node suggests on a
    /// quiet chain is an echo of the relay's own offers.
    /// </summary>
    public BigInteger MaxFirstPriorityFee { get; init; } = 2_000_000_000;

    /// <summary>A transaction that no block has taken for so long is stuck, if blocks have gone by.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>Blocks that must have gone by without a transaction before it is stuck.</summary>
    public ulong StuckBlocks { get; init; } = 3;

    /// <summary>How often the node is asked about what is on its way when no block tells of it.</summary>
    public TimeSpan CheckInterval { get; init; } = TimeSpan.FromSeconds(2);
}
