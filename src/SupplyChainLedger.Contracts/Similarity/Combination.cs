namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>
/// What of two invoices must agree for one fingerprint to agree. Numbers are compared as <see cref="NumberForm"/> has
/// them. The values are part of the fingerprints.
/// </summary>
public enum Combination
{
    /// <summary>The document's hash, whoever the parties are.</summary>
    Document = 1,

    /// <summary>Supplier, buyer, number and date of issue, whatever the amount.</summary>
    PartiesNumberDate = 2,

    /// <summary>Supplier, buyer and number, whatever the date.</summary>
    PartiesNumber = 3,

    /// <summary>Supplier, number and amount, whoever the buyer is.</summary>
    SupplierNumberAmount = 4,

    /// <summary>Supplier, buyer, amount and date of issue, whatever the number.</summary>
    PartiesAmountDate = 5,

    /// <summary>Supplier, buyer, due date and nearly the amount. An invoice has two of these.</summary>
    PartiesNearAmountDueDate = 6,

    /// <summary>Supplier, buyer and the core of the number: re-issues and parts.</summary>
    PartiesCore = 7,

    /// <summary>Supplier, buyer, currency and date of issue: what may be parts of one whole.</summary>
    PartiesDate = 8,
}
