namespace SupplyChainLedger.Contracts.Identifiers;

/// <summary>Why a text is not a Legal Entity Identifier (ISO 17442).</summary>
public enum LeiProblem
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>It does not have twenty characters.</summary>
    Length,

    /// <summary>It holds something other than letters and digits, or does not end with two digits.</summary>
    Characters,

    /// <summary>Its last two digits are not the check digits of the eighteen characters before them.</summary>
    CheckDigits,
}
