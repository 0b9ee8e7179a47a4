namespace SupplyChainLedger.Contracts.Monetary;

/// <summary>A currency of ISO 4217 that money can be counted in, and the number of decimals it has.</summary>
/// <remarks>There is one instance per code; two currencies are equal when they are the same instance.</remarks>
public sealed class Currency
{
    internal Currency(string code, int decimals)
    {
        Code = code;
        Decimals = decimals;
    }

    /// <summary>Every currency of the list, by code.</summary>
    public static IReadOnlyDictionary<string, Currency> All => CurrencyTable.ByCode;

    /// <summary>The alphabetic code: three upper-case letters, such as <c>EUR</c>.</summary>
    public string Code { get; }

    /// <summary>Decimals of an amount ("minor unit" in ISO 4217), 0 to 4: 0 for JPY, 2 for EUR, 3 for KWD.</summary>
    public int Decimals { get; }

    /// <summary>Finds a currency by its alphabetic code, letter case included.</summary>
    /// <param name="code">The code, exactly as ISO 4217 writes it.</param>
    /// <returns>The currency, or null when the list has no currency with minor units under that code.</returns>
    public static Currency? Find(string code) => CurrencyTable.ByCode.GetValueOrDefault(code);

    /// <summary>The alphabetic code.</summary>
    public override string ToString() => Code;
}
