namespace SupplyChainLedger.Service.Indexing;

/// <summary>Where a log stands in the order of the chain.</summary>
/// <param name="Block">Number of its block, below 2^39.</param>
/// <param name="LogIndex">Its index within the block, below 2^24.</param>
internal readonly record struct LogPosition(ulong Block, uint LogIndex)
{
    private const int LogIndexBits = 24;

    /// <summary>Whether block and log index are within what a key holds.</summary>
    public bool HasKey => LogIndex < 1u << LogIndexBits && Block < 1ul << (63 - LogIndexBits);

    /// <summary>The position as one number in the same order: the key of the index's tables.</summary>
    /// <exception cref="OverflowException">Block or log index is beyond what a key holds.</exception>
    public long Key => HasKey
        ? (long)(Block << LogIndexBits | LogIndex)
        : throw new OverflowException($"Log {LogIndex} of block {Block} is beyond what the index can hold.");

    public static LogPosition FromKey(long key) =>
        new((ulong)key >> LogIndexBits, (uint)(key & ((1 << LogIndexBits) - 1)));

    /// <summary>Key of the first log that a block can have.</summary>
    public static long FirstKeyOf(ulong block) => new LogPosition(block, 0).Key;
}
