using System.Collections.Frozen;
using System.Globalization;
using SupplyChainLedger.Client.Ubl.Scanning;

namespace SupplyChainLedger.Client.Ubl.Interpretation;

/// <summary>BT-3, the type of the document in UNTDID 1001.</summary>
internal static class TypeCodeRule
{
    private const ushort FactoredInvoice = 393;

    // The invoice types that EN 16931 allows (rule BR-CL-01), but for those that ask for no payment:
    // 130 invoicing data sheet, 325 pro forma invoice, 751 information for accounting.
    private static readonly FrozenSet<ushort> Invoices = new ushort[]
    {
        71, 80, 82, 84, 102, 202, 203, 204, 211, 218, 219, 295, 326, 331, 380, 382, 383, 384, 385, 386, 387, 388, 389,
        390, 393, 394, 395, 456, 457, 471, 472, 473, 500, 501, 527, 553, 575, 623, 633, 780, 817, 870, 875, 876, 877,
        935,
    }.ToFrozenSet();

    private static readonly FrozenSet<ushort> CreditNotes = new ushort[]
    {
        81, 83, 261, 262, 296, 308, 381, 396, 420, 458, 502, 503, 532,
    }.ToFrozenSet();

    public static ushort? Read(FieldValues values, Findings findings)
    {
        if (values.Required(UblFields.TypeCode, findings) is not { } value)
        {
            return null;
        }

        var isCode = ushort.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var code);
        if (!isCode || !Invoices.Contains(code))
        {
            findings.Add(CreditNotes.Contains(code) ? CreditNote(value) : Unsupported(value));
            return null;
        }

        if (code == FactoredInvoice)
        {
            findings.Warn(
                UblReason.AlreadyFactored,
                UblFields.TypeCode,
                "Type 393 is a factored invoice: the document says that its claim is assigned to a factor already.");
        }

        return code;
    }

    private static UblError CreditNote(UblValue value) => UblError.At(
        UblFields.TypeCode,
        value.Place,
        UblReason.CreditNote,
        "the document is a credit note, which is a different thing from an invoice: it lowers what is owed",
        "Submit the invoice itself.",
        value.Text);

    private static UblError Unsupported(UblValue value) => UblError.At(
        UblFields.TypeCode,
        value.Place,
        UblReason.TypeUnsupported,
        "the code is not one of UNTDID 1001 for an invoice that asks for payment",
        "Submit an invoice, such as type 380.",
        value.Text);
}
