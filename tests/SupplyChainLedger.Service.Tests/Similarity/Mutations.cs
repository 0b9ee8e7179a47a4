using System.Text.RegularExpressions;
using SupplyChainLedger.Contracts.Similarity;

namespace SupplyChainLedger.Service.Tests.Similarity;

/// <summary>The ways to bring an invoice a second time that the tests try.</summary>
internal static partial class Mutations
{
    private const string NewNumber = "ZX-880417";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        // The same key: refused by the ledger itself.
        Certain("layout: indented anew", d => d.WriteIndented()),
        Certain("layout: on one line", d => d.WriteOnOneLine()),
        Certain("layout: other namespace prefixes", d => d.WriteWithOtherPrefixes()),
        Certain("layout: comments between elements", d => d.WriteWithComments()),
        Certain("layout: UTF-16", d => d.WriteAsUtf16()),
        Certain("amount + 1", d => With(d, c => c.Amount += c.MinorUnit)),
        Certain("amount - 1", d => With(d, c => c.Amount -= c.MinorUnit)),
        Certain("other due date", d => With(d, c => c.DueDate = c.IssueDate.AddDays(75))),

        // Another key, the same number to the eye.
        Certain("other type of document", d => With(d, c => c.TypeCode = "384")),
        Certain("number: other case", d => Renumbered(d, OtherCase)),
        Certain("number: spaces", d => Renumbered(d, n => $"{n[..2]} {n[2..4]} {n[4..]}")),
        Certain("number: full-width digits", d => Renumbered(d, FullWidth)),
        Certain("number: other punctuation", d => Renumbered(d, OtherPunctuation)),
        Certain("number: leading zeros", d => Renumbered(d, n => FirstDigits().Replace(n, "00$0", 1))),
        Certain("number: O for 0, look-alike letters", d => Renumbered(d, LookAlike)),
        Certain("number: spaces, and amount + 1", d => With(d, c =>
        {
            c.Number = $"{c.Number[..3]} {c.Number[3..]}";
            c.Amount += c.MinorUnit;
        })),
        Certain("the same file under another supplier", d => d.Write()) with
        {
            ByAnotherSupplier = true,
            IsTheSameFile = true,
        },

        // Another date.
        Likely("other date", d => With(d, c => c.IssueDate = c.IssueDate.AddDays(-9))),
        Likely("other date, amount + 1, spaces", d => With(d, c =>
        {
            c.IssueDate = c.IssueDate.AddDays(-3);
            c.Number = $"{c.Number[..3]} {c.Number[3..]}";
            c.Amount += c.MinorUnit;
        })),

        // Issued again.
        Likely("re-issued: suffix -1", d => Renumbered(d, n => $"{n}-1")),
        Likely("re-issued: suffix A, amount + 1", d => With(d, c =>
        {
            c.Number += " A";
            c.Amount += c.MinorUnit;
        })),
        Likely("re-issued: suffix /2 on another day", d => With(d, c =>
        {
            c.Number += "/2";
            c.IssueDate = c.IssueDate.AddDays(-14);
        })),
        Likely("re-issued: suffix R1", d => Renumbered(d, n => $"{n} R1")),
        Likely("re-issued: other prefix", d => Renumbered(d, n => $"KOPIE {n}")),
        Likely("re-issued: new number", d => Renumbered(d, _ => NewNumber)),
        Likely("re-issued: new number, amount + 1", d => With(d, c =>
        {
            c.Number = NewNumber;
            c.Amount += c.MinorUnit;
        })),
        Possible("re-issued: new number and date", d => With(d, c =>
        {
            c.Number = NewNumber;
            c.IssueDate = c.IssueDate.AddDays(-5);
        })),
        Possible("re-issued after a credit note: suffix, date, amount", d => With(d, c =>
        {
            c.Number += "-K";
            c.IssueDate = c.IssueDate.AddDays(-20);
            c.Amount = decimal.Floor(c.Amount * 0.8m / c.MinorUnit) * c.MinorUnit;
        })),
        Likely("to another buyer", d => Renumbered(d, n => $"{n[..2]} {n[2..]}")) with { ToAnotherBuyer = true },

        // Split in two.
        Likely("split in two: first part, suffix -1", d => Part(d, $"{d.Number}-1", isFirst: true)),
        Likely("split in two: second part, suffix B", d => Part(d, $"{d.Number}B", isFirst: false)),
        Likely("split in two: new numbers", d => IsRound(d) ? null : Part(d, "ZX-880418", isFirst: false)) with
        {
            After = d => Part(d, NewNumber, isFirst: true),
        },
        Possible("split in two: new numbers, round sum", d => IsRound(d) ? Part(d, "ZX-880418", false) : null) with
        {
            After = d => Part(d, NewNumber, isFirst: true),
        },

        // Nothing that could be compared is left.
        new("all of number, dates and amount changed", null, d => With(d, c =>
        {
            c.Number = NewNumber;
            c.IssueDate = c.IssueDate.AddDays(11);
            c.DueDate = c.IssueDate.AddDays(47);
            c.Amount += 40 * c.MinorUnit + decimal.Floor(c.Amount * 0.1m);
        })),
    ];

    private static Mutation Certain(string kind, Func<UblDocument, byte[]?> make) =>
        new(kind, SimilarityGrade.Certain, make);

    private static Mutation Likely(string kind, Func<UblDocument, byte[]?> make) =>
        new(kind, SimilarityGrade.Likely, make);

    private static Mutation Possible(string kind, Func<UblDocument, byte[]?> make) =>
        new(kind, SimilarityGrade.Possible, make);

    private static byte[] With(UblDocument document, Action<UblDocument> change)
    {
        var copy = document.Copy();
        change(copy);
        return copy.Write();
    }

    private static byte[]? Renumbered(UblDocument document, Func<string, string> change)
    {
        var number = change(document.Number);
        return number == document.Number ? null : With(document, copy => copy.Number = number);
    }

    private static byte[] Part(UblDocument document, string number, bool isFirst) => With(document, copy =>
    {
        var first = decimal.Floor(copy.Amount * 0.37m / copy.MinorUnit) * copy.MinorUnit;
        copy.Number = number;
        copy.Amount = isFirst ? first : copy.Amount - first;
    });

    private static bool IsRound(UblDocument document) =>
        $"{(long)(document.Amount / document.MinorUnit)}".TrimEnd('0').Length < 4;

    private static string OtherCase(string number) => string.Concat(number.Select(c =>
        char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c)));

    private static string FullWidth(string number) =>
        string.Concat(number.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c));

    private static string OtherPunctuation(string number) => number.Any(char.IsPunctuation)
        ? string.Concat(number.Select(c => char.IsPunctuation(c) ? '.' : c))
        : number.Insert(2, "-");

    private static string LookAlike(string number) => number
        .Replace('0', 'O').Replace('P', '\u0420').Replace('T', '\u0422').Replace('X', '\u0425').Replace('B', '\u0412');

    [GeneratedRegex("[0-9]+")]
    private static partial Regex FirstDigits();
}
