using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Indexing;

/// <summary>One block of the chain.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Timestamp">Its own timestamp, Unix seconds.</param>
internal readonly record struct BlockRef(ulong Number, Hash32 Hash, ulong Timestamp);
