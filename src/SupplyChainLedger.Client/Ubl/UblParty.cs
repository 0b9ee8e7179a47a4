using SupplyChainLedger.Contracts.Identifiers;

namespace SupplyChainLedger.Client.Ubl;

/// <summary>The seller (BG-4) or the buyer (BG-7) as the document describes it.</summary>
public sealed record UblParty
{
    /// <summary>
    /// Registered name (BT-27, BT-44); the trading name (BT-28, BT-45) where the document has only that.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>Identifiers (BT-29, BT-46) in the order of the document.</summary>
    public required IReadOnlyList<UblIdentifier> Identifiers { get; init; }

    /// <summary>Number in the register of companies (BT-30, BT-47).</summary>
    public required UblIdentifier? LegalRegistration { get; init; }

    /// <summary>VAT identifier (BT-31, BT-48) as the document writes it.</summary>
    public required string? VatIdentifier { get; init; }

    /// <summary>Electronic address (BT-34, BT-49).</summary>
    public required UblIdentifier? Endpoint { get; init; }

    /// <summary>The LEI among the identifiers: those with the scheme 0199 of ISO 6523, check digits verified.</summary>
    public required Lei? Lei { get; init; }
}
