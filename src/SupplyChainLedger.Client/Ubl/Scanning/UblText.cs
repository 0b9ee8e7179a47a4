using System.Globalization;
using System.Text;

namespace SupplyChainLedger.Client.Ubl.Scanning;

/// <summary>Text of a document: brought into one line, or shown to a person without harm.</summary>
internal static class UblText
{
    private const int MaxShown = 200;

    /// <summary>Drops white space at the ends and turns every run inside into one space.</summary>
    public static string Collapse(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>In quotes, at most 200 characters of it, and what could not be seen as <c>\u{200B}</c>.</summary>
    public static string Quote(string text)
    {
        var shown = new StringBuilder("'");
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length > MaxShown)
            {
                return shown.Append("…'").ToString();
            }

            shown.Append(IsVisible(rune) ? rune.ToString() : $"\\u{{{rune.Value:X4}}}");
        }

        return shown.Append('\'').ToString();
    }

    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator);
}
