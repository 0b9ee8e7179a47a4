using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Settlement;

namespace SupplyChainLedger.Service.Queries.Settlement;

/// <summary>What is to be paid on one holding, by whom, to whom, and where to.</summary>
/// <param name="Holding">The holding: it tells payer, payee (its holder), amount, and what stands in the way.</param>
/// <param name="Account">Where the payee wants to be paid; null where it has named no account in this currency.</param>
/// <param name="PayeeSince">Where the holding came to its holder.</param>
internal sealed record PaymentLine(IndexedHolding Holding, NamedAccount? Account, LogPosition PayeeSince)
{
    /// <summary>Nothing must be paid on it now: it waits for an answer, or is disputed.</summary>
    public bool IsFrozen => !Holding.Record.IsAtRest;
}
