using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Service.Indexing.Financing;

/// <summary>The offer that a request for financing has ended with.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Financier">Who made it.</param>
/// <param name="DisburseBy">Unix seconds until which the financier can declare its payment.</param>
/// <param name="At">Where it was accepted.</param>
internal sealed record AcceptedOffer(OfferId Offer, ParticipantId Financier, uint DisburseBy, LogPosition At);
