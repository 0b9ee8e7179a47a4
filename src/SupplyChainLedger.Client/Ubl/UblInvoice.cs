using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Client.Ubl;

/// <summary>
/// What the ledger takes from an invoice document (UBL 2.1, ISO/IEC 19845; semantics of EN 16931-1).
/// </summary>
public sealed record UblInvoice
{
    /// <summary>The invoice's number (BT-1) in the form that is signed.</summary>
    /// <remarks>See <see cref="Contracts.Identifiers.InvoiceNumber"/> for that form.</remarks>
    public required string Number { get; init; }

    /// <summary>Date of issue (BT-2), after 1970-01-01.</summary>
    public required DateOnly IssueDate { get; init; }

    /// <summary>
    /// Type of the document (BT-3) in UNTDID 1001: 380 for a commercial invoice; never a credit note.
    /// </summary>
    public required ushort TypeCode { get; init; }

    /// <summary>Amount due for payment (BT-115) in the invoice's currency (BT-5); at least one minor unit.</summary>
    public required Money AmountDue { get; init; }

    /// <summary>
    /// The date of maturity to sign: the document's own (BT-9), or what the caller gave in its stead.
    /// </summary>
    public required DateOnly DueDate { get; init; }

    /// <summary>The due date (BT-9) that the document itself states, if it does.</summary>
    public required DateOnly? DocumentDueDate { get; init; }

    /// <summary>The payment terms in words (BT-20), if there are any; white space collapsed.</summary>
    public required string? PaymentTerms { get; init; }

    /// <summary>Who claims (BG-4).</summary>
    public required UblParty Seller { get; init; }

    /// <summary>Who is to pay (BG-7).</summary>
    public required UblParty Buyer { get; init; }

    /// <summary>SHA-256 over all bytes of the file.</summary>
    public required Hash32 DocumentHash { get; init; }
}
