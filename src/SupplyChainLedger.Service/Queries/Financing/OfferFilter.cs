using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Financing;

namespace SupplyChainLedger.Service.Queries.Financing;

/// <summary>Which offers are asked for; null means any, and all conditions must hold.</summary>
/// <param name="Financier">Who offers.</param>
/// <param name="Holding">For what.</param>
/// <param name="State">Where it stands.</param>
internal sealed record OfferFilter(
    ParticipantId? Financier = null,
    HoldingId? Holding = null,
    OfferState? State = null)
{
    public bool Admits(OfferRecord offer) =>
        (Financier is null || offer.Financier == Financier)
        && (Holding is null || offer.Holding == Holding)
        && (State is null || offer.State == State);
}
