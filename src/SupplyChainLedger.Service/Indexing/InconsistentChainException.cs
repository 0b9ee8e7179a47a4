namespace SupplyChainLedger.Service.Indexing;

/// <summary>
/// What the node tells contradicts itself, the contracts' rules or what is indexed: an answer of the node was wrong or
/// not complete. Nothing of it has been indexed.
/// </summary>
internal sealed class InconsistentChainException(string message, Exception? cause = null) : Exception(message, cause);
