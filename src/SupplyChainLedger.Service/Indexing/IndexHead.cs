using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Indexing;

/// <summary>How far the index is.</summary>
/// <param name="Indexed">The newest block whose events are in the index.</param>
/// <param name="ChainHead">Number of the newest block that the node has shown; 0 before it has shown any.</param>
/// <param name="FinalBlock">Number of the newest indexed block that no reorganisation may take back.</param>
/// <param name="Rollbacks">How often the index has rolled back since the service started.</param>
/// <param name="IsComplete">Whether everything is there that follows from the events.</param>
internal sealed record IndexHead(
    BlockRef Indexed, ulong ChainHead, ulong FinalBlock, ulong Rollbacks, bool IsComplete)
{
    private const ulong FarBehind = 32;

    /// <summary>Blocks that the index is behind.</summary>
    public ulong Lag => ChainHead > Indexed.Number ? ChainHead - Indexed.Number : 0;

    /// <summary>The index ends where the node's chain does; before the node has shown that, it does not count.</summary>
    public bool IsCaughtUp => IsComplete && ChainHead == Indexed.Number && Indexed.Hash != Hash32.Zero;

    /// <summary>So much may be missing that what the index does not have says nothing.</summary>
    public bool IsFarBehind => !IsComplete || Indexed.Hash == Hash32.Zero || Lag > FarBehind;
}
