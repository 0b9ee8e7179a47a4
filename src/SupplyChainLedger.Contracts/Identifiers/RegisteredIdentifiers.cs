using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Identifiers;

/// <summary>The hashes that the operator has registered for a participant; null where there is none.</summary>
/// <param name="Lei"><see cref="IdentifierHash.OfLei"/>.</param>
/// <param name="Vat"><see cref="IdentifierHash.OfVat"/>.</param>
/// <param name="Endpoint"><see cref="IdentifierHash.OfEndpoint"/>.</param>
public sealed record RegisteredIdentifiers(Hash32? Lei, Hash32? Vat, Hash32? Endpoint)
{
    /// <summary>No identifiers.</summary>
    public static readonly RegisteredIdentifiers None = new(null, null, null);
}
