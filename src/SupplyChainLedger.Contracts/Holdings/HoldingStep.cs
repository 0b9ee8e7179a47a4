namespace SupplyChainLedger.Contracts.Holdings;

/// <summary>What a holding waits for; the numbers are the contract's.</summary>
public enum HoldingStep
{
    /// <summary>Nothing: it is at rest.</summary>
    None = 0,

    /// <summary>The recipient is to accept or decline.</summary>
    TransferProposed = 1,

    /// <summary>Financiers may offer, and the holder may accept one of them.</summary>
    FinancingRequested = 2,

    /// <summary>The financier is to pay.</summary>
    OfferAccepted = 3,

    /// <summary>The seller is to acknowledge the financier's payment, or to contest it.</summary>
    DisbursementDeclared = 4,

    /// <summary>The seller says that the financier's money did not come; frozen until one of them gives way.</summary>
    DisbursementContested = 5,

    /// <summary>The holder is to acknowledge the obligor's payment, or to contest it.</summary>
    PaymentDeclared = 6,

    /// <summary>The holder says that the obligor's money did not come; frozen until one of them gives way.</summary>
    PaymentContested = 7,

    /// <summary>The holder is to acknowledge that the seller has bought it back, or to contest it.</summary>
    RepurchaseDeclared = 8,

    /// <summary>The holder says that the seller's money did not come; frozen until one of them gives way.</summary>
    RepurchaseContested = 9,

    /// <summary>The holder is to agree to a credit note.</summary>
    CreditNoteProposed = 10,

    /// <summary>The obligor disputes it.</summary>
    DisputeOpened = 11,

    /// <summary>The obligor is to consent to the cancellation of the whole receivable.</summary>
    CancellationRequested = 12,
}
