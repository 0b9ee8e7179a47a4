namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>How far two invoices are likely to claim one debt.</summary>
public enum SimilarityGrade
{
    /// <summary>It happens between honest parties too. Worth a look before money is paid.</summary>
    Possible = 1,

    /// <summary>Honest parties have this rarely. Ask before money is paid.</summary>
    Likely = 2,

    /// <summary>The same document, or the same number of the same day, in other clothes.</summary>
    Certain = 3,
}
