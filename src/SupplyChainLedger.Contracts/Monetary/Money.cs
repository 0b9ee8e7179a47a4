using System.Globalization;

namespace SupplyChainLedger.Contracts.Monetary;

/// <summary>An amount of money: a whole number of the currency's smallest units, never a floating-point one.</summary>
public readonly record struct Money
{
    /// <summary>Makes an amount from minor units.</summary>
    /// <param name="minorUnits">The amount in minor units: cents for EUR, yen for JPY, fils for KWD.</param>
    /// <param name="currency">The currency that the units are of.</param>
    public Money(long minorUnits, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        MinorUnits = minorUnits;
        Currency = currency;
    }

    /// <summary>The amount in minor units of <see cref="Currency"/>; may be negative.</summary>
    public long MinorUnits { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>Reads an amount as XML documents write it (<c>xs:decimal</c>, XML Schema part 2, 3.2.3).</summary>
    /// <param name="text">
    /// ASCII digits with at most one point and an optional leading minus. Decimals beyond the currency's own are
    /// accepted only when they are zeros: JPY <c>100.00</c> is 100 yen.
    /// </param>
    /// <param name="currency">The currency that decides how many decimals there are.</param>
    /// <param name="money">The amount, when the text is one.</param>
    /// <param name="problem">Why the text is no amount of this currency, or <see cref="AmountProblem.None"/>.</param>
    /// <returns>True when <paramref name="money"/> holds the amount, exactly.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, Currency currency, out Money money, out AmountProblem problem)
    {
        ArgumentNullException.ThrowIfNull(currency);
        problem = AmountText.Read(text, currency.Decimals, out var minorUnits);
        money = problem == AmountProblem.None ? new Money(minorUnits, currency) : default;
        return problem == AmountProblem.None;
    }

    /// <summary>The amount with all its decimals and its currency, such as <c>336.90 EUR</c>.</summary>
    public override string ToString()
    {
        if (Currency is null)
        {
            return "0";
        }

        var digits = MinorUnits.ToString(CultureInfo.InvariantCulture)
            .TrimStart('-')
            .PadLeft(Currency.Decimals + 1, '0');
        var whole = digits[..^Currency.Decimals];
        var fraction = Currency.Decimals == 0 ? "" : "." + digits[^Currency.Decimals..];
        return $"{(MinorUnits < 0 ? "-" : "")}{whole}{fraction} {Currency.Code}";
    }
}
