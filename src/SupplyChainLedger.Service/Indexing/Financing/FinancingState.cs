namespace SupplyChainLedger.Service.Indexing.Financing;

/// <summary>Where a request for financing stands.</summary>
internal enum FinancingState
{
    /// <summary>Financiers may offer, and the requester may accept one of them.</summary>
    Requested = 1,

    /// <summary>The part is locked for one financier, who is to pay.</summary>
    OfferAccepted = 2,

    /// <summary>The financier says that it has paid.</summary>
    DisbursementDeclared = 3,

    /// <summary>The requester says that the money did not come.</summary>
    DisbursementContested = 4,

    /// <summary>The part is the financier's.</summary>
    Financed = 5,

    /// <summary>The requester took its request back, or the financier its acceptance.</summary>
    Withdrawn = 6,

    /// <summary>Nobody was accepted in time, or who was did not pay in time.</summary>
    Lapsed = 7,
}
