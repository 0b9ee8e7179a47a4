namespace SupplyChainLedger.Client.Ubl.Interpretation;

/// <summary>BT-20, the payment terms in words. UBL allows several; they are joined in the document's order.</summary>
internal static class PaymentTermsRule
{
    public static string? Read(FieldValues values)
    {
        var notes = string.Join(' ', values.All(UblFields.PaymentTerms).Select(note => note.Text));
        return notes.Length == 0 ? null : notes;
    }
}
