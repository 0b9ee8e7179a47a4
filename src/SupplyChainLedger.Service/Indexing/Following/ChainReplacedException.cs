namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>
/// The chain has taken back a block that was called final. Nothing can be decided without the operator.
/// </summary>
internal sealed class ChainReplacedException(string message) : Exception(message);
