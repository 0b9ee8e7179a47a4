using System.Globalization;
using System.Text;

namespace SupplyChainLedger.Contracts.Similarity;

/// <summary>
/// Folds the characters of an invoice's number: other digits, wide and circled forms become ASCII, letters upper case,
/// and letters of other scripts that look like Latin ones become those (Unicode Technical Standard 39, 4).
/// </summary>
/// <remarks>
/// Written out, since the runtime has compatibility forms (NFKC) only where a culture library is installed, and
/// fingerprints must be the same everywhere.
/// </remarks>
internal static class CharacterFolding
{
    private const int WideToAscii = 0xFEE0;
    private const int FirstCircledCapital = 0x24B6;
    private const int NumeroSign = 0x2116;

    // Capitals of Cyrillic and Greek beside the Latin ones that they are taken for.
    private const string Lookalikes = "АВЕЅЗКМНОРСТУХІЈԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private const string Latin = "ABES3KMHOPCTYXIJQWABEZHIKMNOPTYX";

    private static readonly Dictionary<int, char> LatinOf = Enumerable.Range(0, Latin.Length)
        .ToDictionary(i => (int)Lookalikes[i], i => Latin[i]);

    /// <summary>Appends what remains of a character: digits and letters, or a space where it only separates.</summary>
    public static void Append(StringBuilder folded, Rune rune)
    {
        if (rune.IsAscii) folded.Append(Ascii((char)rune.Value));
        else if (rune.Value == NumeroSign) folded.Append("NO");
        else if (Rune.IsLetter(rune) || IsCircled(rune)) folded.Append(Letter(rune));
        else if (WholeNumber(rune) is { } number) folded.Append(CultureInfo.InvariantCulture, $"{number}");
        else folded.Append(' ');
    }

    private static char Ascii(char character) =>
        char.IsAsciiLetterOrDigit(character) ? char.ToUpperInvariant(character) : ' ';

    private static string Letter(Rune rune)
    {
        var upper = Rune.ToUpperInvariant(rune).Value;
        if (upper is >= 0xFF21 and <= 0xFF3A) upper -= WideToAscii;
        else if (IsCircled(new Rune(upper))) upper = 'A' + upper - FirstCircledCapital;
        return LatinOf.TryGetValue(upper, out var latin) ? $"{latin}" : new Rune(upper).ToString();
    }

    // Circled letters are symbols to Unicode: 26 capitals, then 26 small ones.
    private static bool IsCircled(Rune rune) => rune.Value is >= FirstCircledCapital and < FirstCircledCapital + 52;

    private static int? WholeNumber(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber))
            return null;
        var value = Rune.GetNumericValue(rune);
        return value is >= 0 and <= 99 && value == Math.Floor(value) ? (int)value : null;
    }
}
