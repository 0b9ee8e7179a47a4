namespace SupplyChainLedger.Client.Ubl.Identity;

/// <summary>The outcome of a comparison, ready to be told.</summary>
/// <param name="Outcome">How they compare.</param>
/// <param name="Errors">One for each contradicting identifier; empty unless they contradict.</param>
/// <param name="Warning">Says that nothing could be compared; null where something was.</param>
public sealed record PartyCheck(PartyComparison Outcome, IReadOnlyList<UblError> Errors, UblWarning? Warning);
