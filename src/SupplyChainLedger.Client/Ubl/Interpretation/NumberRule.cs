using SupplyChainLedger.Contracts.Identifiers;

namespace SupplyChainLedger.Client.Ubl.Interpretation;

/// <summary>BT-1, the number.</summary>
internal static class NumberRule
{
    public static string? Read(FieldValues values, Findings findings)
    {
        if (values.Required(UblFields.Number, findings) is not { } value)
        {
            return null;
        }

        if (InvoiceNumber.TryNormalize(value.Text, out var number, out var problem))
        {
            return number;
        }

        var (reason, what) = problem switch
        {
            InvoiceNumberProblem.TooLong => (
                UblReason.NumberTooLong,
                $"the number takes more than {InvoiceNumber.MaxBytes} bytes of UTF-8"),
            InvoiceNumberProblem.Invisible => (
                UblReason.NumberAmbiguous,
                "the number holds control characters or others that cannot be seen"),
            _ => (
                UblReason.NumberAmbiguous,
                "the number holds combining marks or characters that have a second spelling in Unicode"),
        };
        findings.Add(UblError.At(
            UblFields.Number,
            value.Place,
            reason,
            what,
            "Give the invoice a number that can be compared byte by byte: letters, digits, signs, single spaces.",
            value.Text));
        return null;
    }
}
