using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Service.Queries.Settlement;

/// <summary>Which stops are asked for; all conditions must hold.</summary>
/// <param name="Obligor">Who was stopped; null means anybody.</param>
/// <param name="InForceOnly">It was not lifted.</param>
internal sealed record StopFilter(ParticipantId? Obligor = null, bool InForceOnly = false);
