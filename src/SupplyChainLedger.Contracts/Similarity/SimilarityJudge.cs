namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>Decides which of the invoices that share a fingerprint are similar, and how much.</summary>
public static class SimilarityJudge
{
    /// <summary>
    /// So many invoices that have the same in common with one are these parties' habit - a fixed price, a scheme of
    /// numbers - and no sign of a duplicate. What is certain stays so however often it happens.
    /// </summary>
    private const int Habit = 8;

    /// <summary>The similar ones among the candidates, highest grade first, otherwise in their order.</summary>
    /// <param name="subject">The invoice in question.</param>
    /// <param name="candidates">Other invoices, each once.</param>
    /// <param name="particulars">What a candidate is compared by.</param>
    public static IReadOnlyList<SimilarInvoice<T>> Judge<T>(
        InvoiceParticulars subject, IReadOnlyList<T> candidates, Func<T, InvoiceParticulars> particulars)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(particulars);
        if (candidates.Count == 0) return [];
        var others = candidates.Select(particulars).ToList();
        var findings = FindAll(subject, others);
        var habits = findings.SelectMany(list => list)
            .Where(finding => finding.Grade == SimilarityGrade.Likely)
            .CountBy(finding => finding.Reason)
            .Where(count => count.Value > Habit)
            .Select(count => count.Key)
            .ToHashSet();
        return
        [
            .. candidates
                .Zip(findings, (candidate, found) => (candidate, found: Weigh(found, habits)))
                .Where(one => one.found.Count > 0)
                .Select(one => new SimilarInvoice<T>(one.candidate, one.found[0].Grade, one.found))
                .OrderByDescending(similar => similar.Grade),
        ];
    }

    private static List<List<SimilarityFinding>> FindAll(
        InvoiceParticulars subject, List<InvoiceParticulars> others)
    {
        var comparison = new InvoiceComparison(subject);
        var findings = others.ConvertAll(other => comparison.With(other).ToList());
        var sameDay = Enumerable.Range(0, others.Count).Where(i => IsOfTheSameDay(subject, others[i])).ToList();
        var parts = PartsOfAWhole.Find(subject.Amount, sameDay.ConvertAll(i => others[i].Amount));
        foreach (var (part, finding) in parts) findings[sameDay[part]].Add(finding);
        return findings;
    }

    private static bool IsOfTheSameDay(InvoiceParticulars one, InvoiceParticulars other) =>
        one.Supplier == other.Supplier && one.Buyer == other.Buyer && one.Currency == other.Currency
        && one.IssueDate == other.IssueDate;

    private static List<SimilarityFinding> Weigh(
        List<SimilarityFinding> findings, HashSet<SimilarityReason> habits) =>
    [
        .. findings
            .Select(finding => finding.Grade == SimilarityGrade.Likely && habits.Contains(finding.Reason)
                ? finding with { Grade = SimilarityGrade.Possible }
                : finding)
            .OrderByDescending(finding => finding.Grade)
            .ThenBy(finding => finding.Reason),
    ];
}
