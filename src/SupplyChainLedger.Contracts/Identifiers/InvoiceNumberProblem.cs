namespace SupplyChainLedger.Contracts.Identifiers;

/// <summary>Why a text cannot be the number of an invoice on the ledger.</summary>
public enum InvoiceNumberProblem
{
    /// <summary>It can.</summary>
    None,

    /// <summary>Nothing but white space is in it.</summary>
    Empty,

    /// <summary>It takes more than <see cref="InvoiceNumber.MaxBytes"/> bytes of UTF-8.</summary>
    TooLong,

    /// <summary>It holds control characters or others that cannot be seen.</summary>
    Invisible,

    /// <summary>It holds a combining mark or a character for which Unicode has another spelling.</summary>
    NotComposed,
}
