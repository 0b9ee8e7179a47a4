using Spectre.Console;
using Spectre.Console.Rendering;
using SupplyChainLedger.Cli.Terminals;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Names and values, one a line, aligned. Those without a value are left out.</summary>
internal static class Fields
{
    private const int Gap = 3;

    public static IRenderable Of(params (string Name, string? Value)[] fields) => Of(indent: 0, fields);

    public static IRenderable Of(int indent, params (string Name, string? Value)[] fields) =>
        new Paragraph().AppendFields(indent, fields);

    /// <summary>Adds them to what is written already.</summary>
    public static Paragraph AppendFields(
        this Paragraph lines, int indent, params (string Name, string? Value)[] fields)
    {
        var shown = fields.Where(field => !string.IsNullOrEmpty(field.Value)).ToList();
        var width = shown.Select(field => field.Name.Length).DefaultIfEmpty().Max() + Gap;
        foreach (var (name, value) in shown)
            lines.Append(new string(' ', indent)).Append(name.PadRight(width), Styles.Label).Append($"{value}\n");
        return lines;
    }
}
