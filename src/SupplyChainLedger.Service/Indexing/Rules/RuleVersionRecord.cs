using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Rules;

namespace SupplyChainLedger.Service.Indexing.Rules;

/// <summary>A version of the rule book.</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Rules">What it says.</param>
/// <param name="EffectiveFrom">Unix seconds from which new receivables live by it; 0 for the first one.</param>
/// <param name="Intent">The intent that proposed it; null for the one that the ledger was created with.</param>
/// <param name="Proposed">Where it was proposed.</param>
internal sealed record RuleVersionRecord(
    ushort Version, RuleSet Rules, ulong EffectiveFrom, IntentHash? Intent, LogPosition Proposed);
