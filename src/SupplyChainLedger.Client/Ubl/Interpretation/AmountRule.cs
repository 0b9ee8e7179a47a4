using SupplyChainLedger.Client.Ubl.Scanning;
using SupplyChainLedger.Contracts.Monetary;

namespace SupplyChainLedger.Client.Ubl.Interpretation;

/// <summary>BT-115, the amount due, in the currency of the invoice (BT-5).</summary>
internal static class AmountRule
{
    public static Money? Read(FieldValues values, Findings findings)
    {
        var currencyValue = values.Required(UblFields.Currency, findings);
        var currency = currencyValue is null ? null : ReadCurrency(currencyValue, findings);
        if (values.Required(UblFields.AmountDue, findings) is not { } value)
        {
            return null;
        }

        if (currencyValue is not null && value.CurrencyId != currencyValue.Text)
        {
            findings.Add(Mismatch(value, currencyValue.Text));
        }

        // Without the invoice's currency the amount is still looked at, for errors to be told together.
        var counted = currency ?? Currency.Find(value.CurrencyId ?? "");
        var amount = counted is null ? null : ReadAmount(value, counted, findings);
        return currency is null ? null : amount;
    }

    private static Currency? ReadCurrency(UblValue value, Findings findings)
    {
        var currency = Currency.Find(value.Text);
        if (currency is null)
        {
            findings.Add(UblError.At(
                UblFields.Currency,
                value.Place,
                UblReason.CurrencyUnknown,
                "the code is not a current currency of ISO 4217",
                "Correct the code in the document: three capital letters, such as EUR.",
                value.Text));
        }

        return currency;
    }

    private static Money? ReadAmount(UblValue value, Currency currency, Findings findings)
    {
        if (!Money.TryParse(value.Text, currency, out var money, out var problem))
        {
            findings.Add(Unreadable(value, currency, problem));
            return null;
        }

        if (money.MinorUnits <= 0)
        {
            findings.Add(UblError.At(
                UblFields.AmountDue,
                value.Place,
                UblReason.AmountNotPositive,
                money.MinorUnits == 0 ? "nothing is due" : "the amount is negative: the seller owes the buyer",
                "Submit an invoice with an amount due; a credit note is a different thing and is not recorded as one.",
                value.Text));
            return null;
        }

        return money;
    }

    private static UblError Mismatch(UblValue value, string currency) => UblError.At(
        UblFields.AmountDue,
        value.Place with { XPath = value.Place.XPath + "/@currencyID" },
        UblReason.CurrencyMismatch,
        $"the amount's currency is not the invoice's (BT-5), {UblText.Quote(currency)}",
        "Correct the document: the amount due is stated in the invoice's currency.",
        value.CurrencyId ?? "");

    private static UblError Unreadable(UblValue value, Currency currency, AmountProblem problem)
    {
        var (reason, what) = problem switch
        {
            AmountProblem.TooManyDecimals => (
                UblReason.AmountDecimals,
                $"the amount has more decimals than {currency.Code}, which has {currency.Decimals} (ISO 4217)"),
            AmountProblem.TooLarge => (
                UblReason.AmountTooLarge,
                $"the amount exceeds {new Money(long.MaxValue, currency)}"),
            _ => (
                UblReason.AmountMalformed,
                "the amount is not a plain decimal number: digits and one point, no sign but a minus, no exponent"),
        };
        return UblError.At(
            UblFields.AmountDue, value.Place, reason, what, "Correct the amount in the document.", value.Text);
    }
}
