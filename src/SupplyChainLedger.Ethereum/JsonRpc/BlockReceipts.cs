namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>The receipts of a block, as far as they concern some contracts.</summary>
public sealed record BlockReceipts
{
    /// <summary>
    /// Root of the trie of all receipts that the node has given: that in the block's header, unless one is missing,
    /// altered or in another place. It vouches for addresses, topics and data of logs, for their order and for what
    /// became of the transactions; not for the hashes of the transactions.
    /// </summary>
    public required Hash32 Root { get; init; }

    /// <summary>The logs of those contracts, in the order of the block.</summary>
    public required IReadOnlyList<LogEntry> Logs { get; init; }
}
