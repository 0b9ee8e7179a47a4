namespace SupplyChainLedger.Contracts.Identifiers;

/// <summary>A Legal Entity Identifier whose check digits are right (ISO 17442-1:2020, 4 and annex A).</summary>
public readonly record struct Lei
{
    private const int Length = 20;
    private const int CheckDigits = 2;

    private Lei(string value)
    {
        Value = value;
    }

    /// <summary>The twenty characters, upper case and without spaces.</summary>
    public string Value { get; }

    /// <summary>Reads an identifier, ignoring white space and letter case.</summary>
    /// <param name="text">What is said to be a LEI.</param>
    /// <param name="lei">The identifier, when it is one.</param>
    /// <param name="problem">Why it is none, or <see cref="LeiProblem.None"/>.</param>
    /// <returns>True when form and check digits are right. That the LEI was ever issued is not checked.</returns>
    public static bool TryParse(string text, out Lei lei, out LeiProblem problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var value = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        problem = Check(value);
        lei = problem == LeiProblem.None ? new Lei(value) : default;
        return problem == LeiProblem.None;
    }

    /// <summary>The twenty characters.</summary>
    public override string ToString() => Value ?? "";

    private static LeiProblem Check(string value)
    {
        if (value.Length != Length)
        {
            return LeiProblem.Length;
        }

        if (!value.All(char.IsAsciiLetterOrDigit) || !value[^CheckDigits..].All(char.IsAsciiDigit))
        {
            return LeiProblem.Characters;
        }

        return HasCheckDigits(value) ? LeiProblem.None : LeiProblem.CheckDigits;
    }

    // ISO/IEC 7064 MOD 97-10: letters count 10 to 35, and the whole number leaves 1. Check digits are computed
    // as 98 minus a remainder, so 00, 01 and 99 never occur although they would leave 1 for some prefixes.
    private static bool HasCheckDigits(string value)
    {
        if (value[^CheckDigits..] is "00" or "01" or "99")
        {
            return false;
        }

        var remainder = 0;
        foreach (var c in value)
        {
            remainder = char.IsAsciiDigit(c)
                ? ((remainder * 10) + (c - '0')) % 97
                : ((remainder * 100) + (c - 'A' + 10)) % 97;
        }

        return remainder == 1;
    }
}
