namespace SupplyChainLedger.Service.Indexing.Events;

/// <summary>An event with what it is found by.</summary>
/// <param name="Log">The log.</param>
/// <param name="Invoice">Where the invoice that it concerns was submitted; null where it concerns none.</param>
/// <param name="Outcome">What <see cref="EventOutcomes"/> has for it.</param>
internal readonly record struct KeptEvent(ChainLog Log, LogPosition? Invoice, long? Outcome);
