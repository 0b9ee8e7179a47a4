using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>Compares one invoice with others, one at a time.</summary>
public sealed class InvoiceComparison
{
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
            findings.Add(new(SimilarityReason.SameNumber, LikelyIf(_number.IsDistinctive || IsNear(other))));
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
                ? new(SimilarityReason.NearAmountAndDates, SimilarityGrade.Likely)
                : new(SimilarityReason.NearAmountAndDueDate, SimilarityGrade.Possible));
    }

    private bool HasAmountOf(InvoiceParticulars other) =>
        _subject.Amount == other.Amount && _subject.Currency == other.Currency;

    private bool IsNear(InvoiceParticulars other) =>
        _subject.Currency == other.Currency && AmountCells.AreNear(_subject.Amount, other.Amount);

    private static SimilarityGrade LikelyIf(bool condition) =>
        condition ? SimilarityGrade.Likely : SimilarityGrade.Possible;
}
