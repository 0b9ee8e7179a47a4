using SupplyChainLedger.Service.Indexing.Financing;
using SupplyChainLedger.Service.Indexing.Holdings;

namespace SupplyChainLedger.Service.Queries.Financing;

/// <summary>An open request that a financier may offer for.</summary>
/// <param name="Financing">The request.</param>
/// <param name="Free">Minor units of the obligor that the financier still wants; at least the request's amount.</param>
/// <param name="OwnOffer">The financier's own newest open offer for it; null where there is none.</param>
internal sealed record Opportunity(FinancingRecord Financing, ulong Free, OfferRecord? OwnOffer);

/// <summary>A holding that its holder can ask financing for.</summary>
/// <param name="Holding">The holding, at rest and not due.</param>
/// <param name="Prices">What offers have asked for parts of its obligor in its currency.</param>
internal sealed record Financeable(IndexedHolding Holding, PricesSeen Prices);

/// <summary>Prices of offers with open terms for parts of one obligor in one currency, whatever became of them.
/// </summary>
/// <param name="Best">The one with the lowest discount among the newest 100; null where there is none.</param>
/// <param name="Last">The newest; null where there is none.</param>
/// <param name="LastAccepted">The newest of the 100 that was accepted; null where there is none.</param>
internal sealed record PricesSeen(OfferRecord? Best, OfferRecord? Last, OfferRecord? LastAccepted);
