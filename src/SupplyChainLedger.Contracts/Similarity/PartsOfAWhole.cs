using System.Globalization;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>Finds invoices of one day whose amounts add up: one claim split in two, or two put together.</summary>
internal static class PartsOfAWhole
{
    // Sums of round amounts meet by chance.
    private const int TellingDigits = 4;

    /// <summary>
    /// For each of the others that with one more of them makes a sum with the subject - they are its two parts, or the
    /// one is the whole of which it and the other are the parts - the finding.
    /// </summary>
    /// <param name="subject">The subject's amount.</param>
    /// <param name="others">The other invoices' amounts, in the same currency.</param>
    public static IReadOnlyDictionary<int, SimilarityFinding> Find(ulong subject, IReadOnlyList<ulong> others)
    {
        var found = new Dictionary<int, SimilarityFinding>();
        for (var one = 0; one < others.Count; one++)
        {
            for (var two = one + 1; two < others.Count; two++)
            {
                var whole = Math.Max(subject, Math.Max(others[one], others[two]));
                if (whole - subject + (whole - others[one]) + (whole - others[two]) != whole) continue;
                Keep(one, whole);
                Keep(two, whole);
            }
        }

        return found;

        void Keep(int other, ulong whole)
        {
            var grade = IsTelling(whole) ? SimilarityGrade.Likely : SimilarityGrade.Possible;
            if (!found.TryGetValue(other, out var before) || before.Grade < grade)
                found[other] = new SimilarityFinding(SimilarityReason.PartsOfAWhole, grade);
        }
    }

    private static bool IsTelling(ulong amount) =>
        amount.ToString(CultureInfo.InvariantCulture).TrimEnd('0').Length >= TellingDigits;
}
