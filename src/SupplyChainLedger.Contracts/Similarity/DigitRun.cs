using System.Globalization;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>Digits that stand together in an invoice's number.</summary>
/// <param name="Digits">One digit or more, as they stand.</param>
internal readonly record struct DigitRun(string Digits)
{
    private static readonly string[] DateForms = ["yyyyMM", "MMyyyy", "yyyyMMdd", "ddMMyyyy"];

    /// <summary>Without leading zeros; empty for zero.</summary>
    public string Significant => Digits.TrimStart('0');

    /// <summary>It can be a suffix that counts parts or issues: 1 to 9, perhaps with a zero before it.</summary>
    public bool IsCounter => Digits.Length <= 2 && Significant.Length == 1;

    /// <summary>It reads as a year, a month or a day of our time, which many numbers of one supplier share.</summary>
    public bool IsCalendar => Digits.Length switch
    {
        4 => IsYear(int.Parse(Digits, NumberStyles.None, CultureInfo.InvariantCulture)),
        6 or 8 => DateOnly.TryParseExact(
            Digits, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && IsYear(date.Year),
        _ => false,
    };

    private static bool IsYear(int year) => year is >= 1990 and <= 2099;
}
