namespace SupplyChainLedger.Contracts.Monetary;

/// <summary>Turns the decimal notation of an amount into minor units, exactly or not at all.</summary>
internal static class AmountText
{
    public static AmountProblem Read(ReadOnlySpan<char> text, int decimals, out long minorUnits)
    {
        minorUnits = 0;
        if (text.IsEmpty)
        {
            return AmountProblem.Empty;
        }

        var negative = text[0] == '-';
        var number = negative ? text[1..] : text;
        var point = number.IndexOf('.');
        var whole = point < 0 ? number : number[..point];
        var fraction = point < 0 ? [] : number[(point + 1)..];
        if (whole.Length + fraction.Length == 0 || !IsDigits(whole) || !IsDigits(fraction))
        {
            return AmountProblem.NotPlainDecimal;
        }

        fraction = fraction.TrimEnd('0');
        if (fraction.Length > decimals)
        {
            return AmountProblem.TooManyDecimals;
        }

        if (!TryAppend(whole, ref minorUnits)
            || !TryAppend(fraction, ref minorUnits)
            || !TryAppend("0000".AsSpan(fraction.Length, decimals - fraction.Length), ref minorUnits))
        {
            minorUnits = 0;
            return AmountProblem.TooLarge;
        }

        minorUnits = negative ? -minorUnits : minorUnits;
        return AmountProblem.None;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool TryAppend(ReadOnlySpan<char> digits, ref long number)
    {
        foreach (var digit in digits)
        {
            var value = digit - '0';
            if (number > (long.MaxValue - value) / 10)
            {
                return false;
            }

            number = (number * 10) + value;
        }

        return true;
    }
}
