using System.Globalization;
using System.Text;

namespace SupplyChainLedger.Contracts.Identifiers;

/// <summary>
/// The one form of an invoice's number (EN 16931 BT-1) that goes into its business key, so that another layout of the
/// same document gives the same key.
/// </summary>
/// <remarks>
/// White space at the ends is dropped and every run inside becomes one space (XML lets a writer break lines in a
/// value). Letter case is kept: <c>a1</c> and <c>A1</c> may be two invoices. Text that has a second spelling in
/// Unicode is refused rather than converted, as are invisible characters: two numbers that look the same must not
/// give two keys.
/// </remarks>
public static class InvoiceNumber
{
    /// <summary>The longest number, in bytes of UTF-8. The contract holds no longer one.</summary>
    public const int MaxBytes = 64;

    /// <summary>Brings a number into its one form.</summary>
    /// <param name="text">The number as a document or a person gives it.</param>
    /// <param name="number">The number to sign, 1 to <see cref="MaxBytes"/> bytes of UTF-8.</param>
    /// <param name="problem">Why it cannot be one, or <see cref="InvoiceNumberProblem.None"/>.</param>
    /// <returns>True when <paramref name="number"/> can be signed.</returns>
    public static bool TryNormalize(string text, out string number, out InvoiceNumberProblem problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        number = string.Join(' ', words);
        problem = Check(number);
        if (problem != InvoiceNumberProblem.None)
        {
            number = "";
        }

        return problem == InvoiceNumberProblem.None;
    }

    private static InvoiceNumberProblem Check(string number)
    {
        if (number.Length == 0)
        {
            return InvoiceNumberProblem.Empty;
        }

        if (Encoding.UTF8.GetByteCount(number) > MaxBytes)
        {
            return InvoiceNumberProblem.TooLong;
        }

        if (number.EnumerateRunes().Any(IsInvisible))
        {
            return InvoiceNumberProblem.Invisible;
        }

        return ComposedText.IsCertain(number) ? InvoiceNumberProblem.None : InvoiceNumberProblem.NotComposed;
    }

    // A lone surrogate enumerates as U+FFFD, which stands for text that was already lost.
    private static bool IsInvisible(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.PrivateUse;
}
