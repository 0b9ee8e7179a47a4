using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Indexing;

/// <summary>A block as the index takes it in.</summary>
/// <param name="Ref">The block.</param>
/// <param name="Parent">Hash of the block before it.</param>
/// <param name="Logs">The logs of both contracts that mean something to readers, in their order.</param>
internal sealed record ChainBlock(BlockRef Ref, Hash32 Parent, IReadOnlyList<ChainLog> Logs);

/// <summary>A log of one of the two contracts, raw and decoded.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="TransactionHash">The transaction that carried it.</param>
/// <param name="Topics">Its topics.</param>
/// <param name="Data">Its data.</param>
/// <param name="Event">What it says.</param>
internal sealed record ChainLog(
    LogPosition At, Hash32 TransactionHash, IReadOnlyList<Hash32> Topics, ReadOnlyMemory<byte> Data, LedgerEvent Event);
