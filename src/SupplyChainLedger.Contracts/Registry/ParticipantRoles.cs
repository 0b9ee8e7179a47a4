namespace SupplyChainLedger.Contracts.Registry;

/// <summary>What a participant may do; the bits of the contract's mask.</summary>
[Flags]
public enum ParticipantRoles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Submits invoices.</summary>
    Supplier = 1,

    /// <summary>Confirms and rejects invoices addressed to it.</summary>
    Buyer = 2,

    /// <summary>Buys receivables.</summary>
    Financier = 4,

    /// <summary>Reads and verifies.</summary>
    Auditor = 8,

    /// <summary>Runs the service and registers participants.</summary>
    Operator = 16,
}
