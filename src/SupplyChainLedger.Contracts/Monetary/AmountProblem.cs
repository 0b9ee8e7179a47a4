namespace SupplyChainLedger.Contracts.Monetary;

/// <summary>Why a text is not an amount of money.</summary>
public enum AmountProblem
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>There is no character in it.</summary>
    Empty,

    /// <summary>It holds what a plain decimal number does not: a comma, an exponent, a plus, a letter.</summary>
    NotPlainDecimal,

    /// <summary>It has more decimals than the currency, and they are not zeros.</summary>
    TooManyDecimals,

    /// <summary>In minor units it does not fit into 63 bits (9,223,372,036,854,775,807).</summary>
    TooLarge,
}
