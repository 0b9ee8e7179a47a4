using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Financing;

namespace SupplyChainLedger.Service.Queries.Financing;

/// <summary>Which offers are asked for; null means any, and all conditions must hold.</summary>
/// <param name="Financier">Who offers.</param>
/// <param name="Holding">For what.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ExpiresFrom">It can be accepted at this time (Unix seconds).</param>
/// <param name="ExpiresBefore">It cannot be accepted at this time any more (Unix seconds).</param>
internal sealed record OfferFilter(
    ParticipantId? Financier = null,
    HoldingId? Holding = null,
    OfferState? State = null,
    ulong? ExpiresFrom = null,
    ulong? ExpiresBefore = null)
{
    public bool Admits(OfferRecord offer) =>
        (Financier is null || offer.Financier == Financier)
        && (Holding is null || offer.Holding == Holding)
        && (State is null || offer.State == State)
        && (ExpiresFrom is null || offer.Expiry >= ExpiresFrom)
        && (ExpiresBefore is null || offer.Expiry < ExpiresBefore);
}
