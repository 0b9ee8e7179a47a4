namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>Why two invoices are taken to be similar.</summary>
public enum SimilarityReason
{
    /// <summary>The same business key: supplier, number, date of issue and type as signed.</summary>
    SameKey = 1,

    /// <summary>The same file.</summary>
    SameDocument = 2,

    /// <summary>Same parties, number and date of issue; the number may be written in another way.</summary>
    SameNumberAndDate = 3,

    /// <summary>Same parties and number, with another date of issue.</summary>
    SameNumber = 4,

    /// <summary>Same supplier, number and amount, to another buyer.</summary>
    SameNumberToAnotherBuyer = 5,

    /// <summary>Same parties, amount and date of issue, under another number.</summary>
    SameAmountAndDate = 6,

    /// <summary>Same parties, date of issue and due date, nearly the same amount, under another number.</summary>
    NearAmountAndDates = 7,

    /// <summary>Same parties and due date, the same amount or nearly, under another number of another day.</summary>
    NearAmountAndDueDate = 8,

    /// <summary>Same parties, and numbers that differ in a prefix or in a suffix such as -1, A or R.</summary>
    RelatedNumber = 9,

    /// <summary>Same parties and date of issue, and the amounts of two invoices add up to that of a third.</summary>
    PartsOfAWhole = 10,
}
