using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Indexing;

/// <summary>Where on the chain an event was recorded.</summary>
/// <param name="Block">The block.</param>
/// <param name="TransactionHash">The transaction that carried it.</param>
/// <param name="LogIndex">Index of the log within the block, from 0.</param>
internal readonly record struct RecordedAt(BlockRef Block, Hash32 TransactionHash, uint LogIndex);
