namespace SupplyChainLedger.Contracts.Registry;

/// <summary>What a key may sign in its participant's name; the bits of the contract's mask.</summary>
[Flags]
public enum SignerPermissions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Claims of a supplier: submit and withdraw invoices, credit notes, ask for cancellation.</summary>
    Claim = 1,

    /// <summary>Answers of a buyer to a claim: confirm, reject, dispute, consent to cancellation.</summary>
    Owe = 2,

    /// <summary>What a holder does with its holding: transfer, ask for financing, accept an offer, grant a credit.
    /// </summary>
    Move = 4,

    /// <summary>What a financier binds itself to: offers, disbursements, exposure limits.</summary>
    Fund = 8,

    /// <summary>Payments: declare, acknowledge, contest, call upon recourse, write off, record a recovery.</summary>
    Settle = 16,

    /// <summary>The participant's own thresholds and accounts; for an operator also rules and stops.</summary>
    Administer = 32,

    /// <summary>Everything: what the keys have that a participant is registered with.</summary>
    All = Claim | Owe | Move | Fund | Settle | Administer,
}
