namespace SupplyChainLedger.Service.Indexing;

/// <summary>How far the index is.</summary>
/// <param name="Indexed">The newest block whose events are in the index.</param>
/// <param name="ChainHead">Number of the newest block that the node has shown; 0 before it has shown any.</param>
/// <param name="FinalBlock">Number of the newest indexed block that no reorganisation may take back.</param>
/// <param name="Rollbacks">How often the index has rolled back since the service started.</param>
internal sealed record IndexHead(BlockRef Indexed, ulong ChainHead, ulong FinalBlock, ulong Rollbacks)
{
    /// <summary>Blocks that the index is behind.</summary>
    public ulong Lag => ChainHead > Indexed.Number ? ChainHead - Indexed.Number : 0;
}
