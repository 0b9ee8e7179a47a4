using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Contracts.Holdings;

/// <summary>What an event says of a holding.</summary>
/// <param name="Holding">The holding.</param>
/// <param name="Record">How it is from then on.</param>
public readonly record struct HoldingChange(HoldingId Holding, HoldingRecord Record);
