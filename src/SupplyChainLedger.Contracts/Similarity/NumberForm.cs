using System.Text;
using System.Text.RegularExpressions;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>An invoice's number in the forms in which numbers are compared.</summary>
public sealed partial record NumberForm
{
    private const int DistinctiveDigits = 3;

    private NumberForm(string compact, string core, bool isDistinctive)
    {
        Compact = compact;
        Core = core;
        IsDistinctive = isDistinctive;
    }

    /// <summary>
    /// Letters and digits alone, so that spaces, punctuation, case, full-width forms, leading zeros and O for 0 or
    /// I for 1 make no difference: <c>inv 2024/0017</c> is <c>INV-２０２４-0017</c>.
    /// </summary>
    public string Compact { get; }

    /// <summary>
    /// The digits alone, run by run, without a last one that counts issues or parts: what <c>INV-00123</c>,
    /// <c>RE 123-A</c>, <c>INV-00123/2</c> and <c>INV-123 R1</c> have in common. Empty where there are no digits.
    /// </summary>
    public string Core { get; }

    /// <summary>
    /// The core has enough digits beside years and dates that the supplier will not use it again soon.
    /// <c>2026-17</c> has not, since a year later <c>17</c> comes again.
    /// </summary>
    public bool IsDistinctive { get; }

    /// <summary>The forms of a number.</summary>
    /// <param name="number">As signed; any text.</param>
    public static NumberForm Of(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var folded = new StringBuilder(number.Length);
        foreach (var rune in number.EnumerateRunes()) CharacterFolding.Append(folded, rune);
        var text = $"{folded}";

        var compact = LeadingZeros().Replace(AsDigits(text.Replace(" ", "", StringComparison.Ordinal)), "");
        var runs = Runs().Matches(LetterWithin().Replace(text, static letter => AsDigits(letter.Value)))
            .Select(static run => new DigitRun(run.Value)).ToList();
        while (runs.Count > 1 && runs[^1].IsCounter && AreDistinctive(runs.SkipLast(1))) runs.RemoveAt(runs.Count - 1);
        return new NumberForm(compact, string.Join('-', runs.Select(run => run.Significant)), AreDistinctive(runs));
    }

    // Typed or read by a machine one for the other.
    private static string AsDigits(string text) => text.Replace('O', '0').Replace('I', '1').Replace('L', '1');

    private static bool AreDistinctive(IEnumerable<DigitRun> runs) =>
        runs.Where(run => !run.IsCalendar).Sum(run => run.Significant.Length) >= DistinctiveDigits;

    [GeneratedRegex("(?<![0-9])0+")]
    private static partial Regex LeadingZeros();

    [GeneratedRegex("(?<=[0-9])[OIL](?=[0-9])")]
    private static partial Regex LetterWithin();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Runs();
}
