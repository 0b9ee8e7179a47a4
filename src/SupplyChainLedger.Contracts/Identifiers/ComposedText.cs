using System.Globalization;
using System.Text;

namespace SupplyChainLedger.Contracts.Identifiers;

/// <summary>
/// Tells text that is in Unicode normalization form C beyond doubt (Unicode Standard Annex 15, 9: quick check).
/// </summary>
/// <remarks>
/// The runtime normalizes only where a culture library is installed, and an invoice's key must not depend on that.
/// </remarks>
internal static class ComposedText
{
    // Characters other than marks that form C replaces (NFC_Quick_Check=No), and the conjoining vowels and finals of
    // Hangul (Maybe). From the Unicode Character Database; the stability policy forbids it to change for assigned ones.
    private const string Replaced = """
        374 37E 387 958-95F 9DC-9DD 9DF A33 A36 A59-A5B A5E B5C-B5D F43 F4D F52 F57 F5C F69 1161-1175 11A8-11C2
        1F71 1F73 1F75 1F77 1F79 1F7B 1F7D 1FBB 1FBE 1FC9 1FCB 1FD3 1FDB 1FE3 1FEB 1FEE-1FEF 1FF9 1FFB 1FFD
        2000-2001 2126 212A-212B 2329-232A 2ADC F900-FA0D FA10 FA12 FA15-FA1E FA20 FA22 FA25-FA26 FA2A-FA6D
        FA70-FAD9 FB1D FB1F FB2A-FB36 FB38-FB3C FB3E FB40-FB41 FB43-FB44 FB46-FB4E 1D15E-1D164 1D1BB-1D1C0
        2F800-2FA1D
        """;

    private static readonly (int First, int Last)[] ReplacedRanges =
    [
        .. Replaced.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(ReadRange),
    ];

    public static bool IsCertain(string text) => text.EnumerateRunes().All(IsCertain);

    private static bool IsCertain(Rune rune) =>
        rune.IsAscii || (!IsMark(rune) && !ReplacedRanges.Any(r => r.First <= rune.Value && rune.Value <= r.Last));

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark;

    private static (int First, int Last) ReadRange(string range)
    {
        var ends = range.Split('-');
        return (ReadHex(ends[0]), ReadHex(ends[^1]));
    }

    private static int ReadHex(string digits) =>
        int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
