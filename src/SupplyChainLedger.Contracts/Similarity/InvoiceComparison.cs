using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>Compares one invoice with others, one at a time.</summary>
public sealed class InvoiceComparison
{
    // Some suppliers begin with number 1 each year: what has the same number is then not of the same half-year.
    private const int DaysUntilNumbersRestart = 180;

    private readonly InvoiceParticulars _subject;
    private readonly NumberForm _number;

    /// <param name="subject">The invoice that others are compared with.</param>
    public InvoiceComparison(InvoiceParticulars subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        _subject = subject;
        _number = NumberForm.Of(subject.Number);
    }

    /// <summary>What the two have in common; empty where it is nothing of note.</summary>
    /// <param name="other">Another invoice.</param>
    public IReadOnlyList<SimilarityFinding> With(InvoiceParticulars other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var findings = new List<SimilarityFinding>(2);
        if (_subject.DocumentHash == other.DocumentHash && other.DocumentHash != Hash32.Zero)
            findings.Add(new(SimilarityReason.SameDocument, SimilarityGrade.Certain));
        if (_subject.Supplier != other.Supplier) return findings;

        var number = NumberForm.Of(other.Number);
        if (_number.Compact == number.Compact && number.Compact.Length > 0) CompareSameNumber(other, findings);
        else if (_subject.Buyer == other.Buyer) CompareOtherNumber(other, number, findings);
        return findings;
    }

    private void CompareSameNumber(InvoiceParticulars other, List<SimilarityFinding> findings)
    {
        var isSameDate = _subject.IssueDate == other.IssueDate;
        if (_subject.Buyer != other.Buyer)
        {
            if (!HasAmountOf(other)) return;
            findings.Add(new(
                SimilarityReason.SameNumberToAnotherBuyer, LikelyIf(_number.IsDistinctive || isSameDate)));
        }
        else if (isSameDate)
        {
            findings.Add(new(SimilarityReason.SameNumberAndDate, SimilarityGrade.Certain));
        }
        else
        {
            var isTelling = _number.IsDistinctive && DaysBetween(other) < DaysUntilNumbersRestart;
            findings.Add(new(SimilarityReason.SameNumber, LikelyIf(isTelling || IsNear(other))));
        }
    }

    private void CompareOtherNumber(InvoiceParticulars other, NumberForm number, List<SimilarityFinding> findings)
    {
        var isSameDate = _subject.IssueDate == other.IssueDate;
        var hasSameAmount = HasAmountOf(other);
        if (_number.Core == number.Core && number.Core.Length > 0)
        {
            var isLikely = hasSameAmount || (isSameDate && number.IsDistinctive);
            if (isLikely || isSameDate || number.IsDistinctive)
                findings.Add(new(SimilarityReason.RelatedNumber, LikelyIf(isLikely)));
        }

        if (hasSameAmount && isSameDate)
            findings.Add(new(SimilarityReason.SameAmountAndDate, SimilarityGrade.Likely));
        else if (IsNear(other) && _subject.DueDate == other.DueDate)
            findings.Add(isSameDate
                ? new(
                    SimilarityReason.NearAmountAndDates,
                    LikelyIf(AmountCells.AreNext(_subject.Amount, other.Amount)))
                : new(SimilarityReason.NearAmountAndDueDate, SimilarityGrade.Possible));
    }

    private bool HasAmountOf(InvoiceParticulars other) =>
        _subject.Amount == other.Amount && _subject.Currency == other.Currency;

    private int DaysBetween(InvoiceParticulars other) =>
        Math.Abs((int)_subject.IssueDate.Value - (int)other.IssueDate.Value);

    private bool IsNear(InvoiceParticulars other) =>
        _subject.Currency == other.Currency && AmountCells.AreNear(_subject.Amount, other.Amount);

    private static SimilarityGrade LikelyIf(bool condition) =>
        condition ? SimilarityGrade.Likely : SimilarityGrade.Possible;
}
