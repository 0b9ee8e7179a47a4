using System.Globalization;
using SupplyChainLedger.Client.Ubl.Scanning;
using SupplyChainLedger.Contracts.Dates;

namespace SupplyChainLedger.Client.Ubl.Interpretation;

/// <summary>Dates as XML writes them (XML Schema part 2, 3.2.9).</summary>
internal static class DateText
{
    public const string Format = "yyyy-MM-dd";

    /// <summary>Reads a date; one that cannot be read or recorded is an error.</summary>
    public static DateOnly? Read(UblField field, UblValue? value, Findings findings)
    {
        if (value is null)
        {
            return null;
        }

        if (!TryParse(value.Text, out var date))
        {
            findings.Add(UblError.At(
                field,
                value.Place,
                UblReason.DateMalformed,
                "the value is not a calendar date in the form YYYY-MM-DD",
                "Correct the date in the document.",
                value.Text));
            return null;
        }

        if (!EpochDay.CanHold(date) || EpochDay.FromDate(date).Value == 0)
        {
            findings.Add(UblError.At(
                field,
                value.Place,
                UblReason.DateOutOfRange,
                "the date is not after 1970-01-01",
                "Correct the date in the document.",
                value.Text));
            return null;
        }

        return date;
    }

    /// <summary>Reads <c>2027-03-31</c>, with or without a time zone behind it.</summary>
    /// <remarks>The zone is dropped: a calendar date is the same day for whoever reads it.</remarks>
    public static bool TryParse(string text, out DateOnly date)
    {
        date = default;
        return text.Length >= Format.Length
            && IsZone(text.AsSpan(Format.Length))
            && DateOnly.TryParseExact(
                text.AsSpan(0, Format.Length), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    public static string Show(DateOnly date) => date.ToString(Format, CultureInfo.InvariantCulture);

    private static bool IsZone(ReadOnlySpan<char> text) =>
        text is "" or "Z"
        || (text.Length == 6
            && text[0] is '+' or '-'
            && TimeOnly.TryParseExact(text[1..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
}
