namespace SupplyChainLedger.Faults.Hostile;

/// <summary>What came of a raw call.</summary>
/// <param name="Status">The gRPC status; null where there was none.</param>
/// <param name="Fault">What broke the answer off; null where nothing did.</param>
internal readonly record struct RawAnswer(int? Status, string? Fault);
