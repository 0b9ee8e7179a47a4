using SupplyChainLedger.Contracts.Similarity;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows grades and reasons of similarity as the API has them, and in words.</summary>
internal static class SimilarityWriter
{
    public static V1.SimilarityGrade ToApi(this SimilarityGrade grade) => grade switch
    {
        SimilarityGrade.Possible => V1.SimilarityGrade.Possible,
        SimilarityGrade.Likely => V1.SimilarityGrade.Likely,
        SimilarityGrade.Certain => V1.SimilarityGrade.Certain,
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "There is no such grade."),
    };

    public static V1.SimilarityReason ToApi(this SimilarityReason reason) => reason switch
    {
        SimilarityReason.SameKey => V1.SimilarityReason.SameKey,
        SimilarityReason.SameDocument => V1.SimilarityReason.SameDocument,
        SimilarityReason.SameNumberAndDate => V1.SimilarityReason.SameNumberAndDate,
        SimilarityReason.SameNumber => V1.SimilarityReason.SameNumber,
        SimilarityReason.SameNumberToAnotherBuyer => V1.SimilarityReason.SameNumberToAnotherBuyer,
        SimilarityReason.SameAmountAndDate => V1.SimilarityReason.SameAmountAndDate,
        SimilarityReason.NearAmountAndDates => V1.SimilarityReason.NearAmountAndDates,
        SimilarityReason.NearAmountAndDueDate => V1.SimilarityReason.NearAmountAndDueDate,
        SimilarityReason.RelatedNumber => V1.SimilarityReason.RelatedNumber,
        SimilarityReason.PartsOfAWhole => V1.SimilarityReason.PartsOfAWhole,
        _ => throw Unknown(reason),
    };

    /// <summary>All reasons in English, the strongest first.</summary>
    public static string Explain(IEnumerable<SimilarityFinding> findings) =>
        string.Join("; ", findings.Select(finding => Explain(finding.Reason)));

    private static string Explain(SimilarityReason reason) => reason switch
    {
        SimilarityReason.SameKey => "same supplier, number, date of issue and type",
        SimilarityReason.SameDocument => "same document",
        SimilarityReason.SameNumberAndDate => "same parties, number and date of issue",
        SimilarityReason.SameNumber => "same parties and number, another date of issue",
        SimilarityReason.SameNumberToAnotherBuyer => "same supplier, number and amount, another buyer",
        SimilarityReason.SameAmountAndDate => "same parties, amount and date of issue, another number",
        SimilarityReason.NearAmountAndDates => "same parties and dates, nearly the same amount, another number",
        SimilarityReason.NearAmountAndDueDate =>
            "same parties and due date, the same amount or nearly, another number and date of issue",
        SimilarityReason.RelatedNumber => "same parties, numbers that differ in prefix or suffix",
        SimilarityReason.PartsOfAWhole => "same parties and date of issue, amounts that add up with a third invoice's",
        _ => throw Unknown(reason),
    };

    private static ArgumentOutOfRangeException Unknown(SimilarityReason reason) =>
        new(nameof(reason), reason, "There is no such reason.");
}
