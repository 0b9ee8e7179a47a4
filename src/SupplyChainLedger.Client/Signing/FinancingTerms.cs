namespace SupplyChainLedger.Client.Signing;

/// <summary>What a holder asks financiers for.</summary>
/// <param name="MinorUnits">What is for sale: 1 to all of the holding, in minor units of its currency.</param>
/// <param name="LowestAdvance">The least money that it wants: 1 to <paramref name="MinorUnits"/>.</param>
/// <param name="OpenUntil">Until when an offer can be accepted; before the end of the due date.</param>
/// <param name="Recourse">Whether offers with recourse to the holder are welcome too.</param>
/// <param name="SealedOffers">
/// Whether offers are sealed: then only the key that signs this request can read their terms, neither the service nor
/// the other financiers.
/// </param>
public sealed record FinancingTerms(
    ulong MinorUnits, ulong LowestAdvance, DateTimeOffset OpenUntil, bool Recourse, bool SealedOffers);
