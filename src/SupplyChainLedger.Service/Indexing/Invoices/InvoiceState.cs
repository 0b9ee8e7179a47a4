namespace SupplyChainLedger.Service.Indexing.Invoices;

/// <summary>Where an invoice stands; the numbers of the contract's own enumeration.</summary>
internal enum InvoiceState
{
    /// <summary>The buyer has not answered.</summary>
    Submitted = 1,

    /// <summary>The buyer owes the confirmed amount.</summary>
    Confirmed = 2,

    /// <summary>The buyer turned it down.</summary>
    Rejected = 3,

    /// <summary>The supplier took it back.</summary>
    Withdrawn = 4,

    /// <summary>It was confirmed, and supplier and buyer undid it together.</summary>
    Cancelled = 5,
}
