using Spectre.Console;
using Spectre.Console.Rendering;
using SupplyChainLedger.Cli.Terminals;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Ubl;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Refusals for people: what, where, what was found, what to do, and the stable reason.</summary>
internal static class RefusalView
{
    private const int Indent = 2;

    public static IRenderable Of(LedgerException refusal)
    {
        var violations = refusal.Violations.Select(violation => ("field", (string?)violation.Field));
        return Heading(refusal.Message).AppendFields(Indent, [.. violations, ("reason", refusal.ReasonName)]);
    }

    public static IRenderable Of(UblError error) => Heading(error.Problem).AppendFields(
        Indent,
        ("field", error.Field?.ToString()),
        ("at", error.Line is null ? error.XPath : $"{error.XPath} (line {error.Line}, column {error.Column})"),
        ("found", error.Found),
        ("do", error.Remedy),
        ("reason", error.Reason));

    private static Paragraph Heading(string text) => new Paragraph("refused: ", Styles.Refused).Append($"{text}\n");
}
