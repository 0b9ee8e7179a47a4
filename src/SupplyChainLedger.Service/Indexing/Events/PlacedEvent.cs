using SupplyChainLedger.Contracts.Events;

namespace SupplyChainLedger.Service.Indexing.Events;

/// <summary>An event and its place in the order of the chain.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Event">What it says.</param>
internal readonly record struct PlacedEvent(LogPosition At, LedgerEvent Event);
