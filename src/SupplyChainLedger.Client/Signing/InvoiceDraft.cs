using SupplyChainLedger.Client.Ubl;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Client.Signing;

/// <summary>What a supplier is about to claim.</summary>
/// <param name="Buyer">Who is to pay.</param>
/// <param name="Number">The invoice's number (BT-1) in its one form,
/// see <see cref="Contracts.Identifiers.InvoiceNumber"/>.</param>
/// <param name="TypeCode">UNTDID 1001 code (BT-3), such as 380.</param>
/// <param name="IssueDate">Date of issue (BT-2), after 1970-01-01.</param>
/// <param name="DueDate">Date of maturity (BT-9), not before the date of issue.</param>
/// <param name="Amount">Amount due (BT-115), at least one minor unit.</param>
/// <param name="DocumentHash">SHA-256 of the document's bytes.</param>
public sealed record InvoiceDraft(
    ParticipantId Buyer,
    string Number,
    ushort TypeCode,
    DateOnly IssueDate,
    DateOnly DueDate,
    Money Amount,
    Hash32 DocumentHash)
{
    /// <summary>What a document claims.</summary>
    /// <param name="invoice">The document.</param>
    /// <param name="buyer">Who is to pay.</param>
    public static InvoiceDraft Of(UblInvoice invoice, ParticipantId buyer)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return new InvoiceDraft(
            buyer,
            invoice.Number,
            invoice.TypeCode,
            invoice.IssueDate,
            invoice.DueDate,
            invoice.AmountDue,
            invoice.DocumentHash);
    }
}
