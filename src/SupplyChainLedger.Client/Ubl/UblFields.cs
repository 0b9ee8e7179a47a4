namespace SupplyChainLedger.Client.Ubl;

/// <summary>The fields that are read, and where. What is not listed here is passed over.</summary>
public static class UblFields
{
    /// <summary>BT-1.</summary>
    public static readonly UblField Number = new("BT-1", "invoice number", "/Invoice/cbc:ID");

    /// <summary>BT-2.</summary>
    public static readonly UblField IssueDate = new("BT-2", "issue date", "/Invoice/cbc:IssueDate");

    /// <summary>BT-3.</summary>
    public static readonly UblField TypeCode = new("BT-3", "invoice type code", "/Invoice/cbc:InvoiceTypeCode");

    /// <summary>BT-5.</summary>
    public static readonly UblField Currency =
        new("BT-5", "invoice currency code", "/Invoice/cbc:DocumentCurrencyCode");

    /// <summary>BT-9, which in an invoice stands here and nowhere else (rule UBL-CR-412).</summary>
    public static readonly UblField DueDate = new("BT-9", "payment due date", "/Invoice/cbc:DueDate");

    /// <summary>BT-20.</summary>
    public static readonly UblField PaymentTerms =
        new("BT-20", "payment terms", "/Invoice/cac:PaymentTerms/cbc:Note");

    /// <summary>BT-115.</summary>
    public static readonly UblField AmountDue =
        new("BT-115", "amount due for payment", "/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount");

    /// <summary>
    /// A date that UBL allows in an invoice and EN 16931 does not take for BT-9: only ever a proposal.
    /// </summary>
    internal static readonly UblField PaymentMeansDueDate =
        new("UBL", "due date of a means of payment", "/Invoice/cac:PaymentMeans/cbc:PaymentDueDate");

    /// <summary>The same beside the payment terms.</summary>
    internal static readonly UblField PaymentTermsDueDate =
        new("UBL", "due date of payment terms", "/Invoice/cac:PaymentTerms/cbc:PaymentDueDate");

    /// <summary>The fields of the seller (BG-4).</summary>
    public static readonly UblPartyFields Seller = UblPartyFields.At(
        "seller", "/Invoice/cac:AccountingSupplierParty/cac:Party", 27, 28, 29, 30, 31, 34);

    /// <summary>The fields of the buyer (BG-7).</summary>
    public static readonly UblPartyFields Buyer = UblPartyFields.At(
        "buyer", "/Invoice/cac:AccountingCustomerParty/cac:Party", 44, 45, 46, 47, 48, 49);

    internal static readonly UblField[] All =
    [
        Number, IssueDate, TypeCode, Currency, DueDate, PaymentTerms, AmountDue, PaymentMeansDueDate,
        PaymentTermsDueDate, .. Seller.All, .. Buyer.All,
    ];
}
