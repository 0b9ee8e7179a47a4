using Spectre.Console;

namespace SupplyChainLedger.Cli.Terminals;

/// <summary>The few colours in use. They say nothing that the words do not say too.</summary>
internal static class Styles
{
    public static readonly Style Label = new(foreground: Color.Grey);
    public static readonly Style Heading = new(decoration: Decoration.Bold);
    public static readonly Style Good = new(foreground: Color.Green);
    public static readonly Style Warning = new(foreground: Color.Yellow);
    public static readonly Style Refused = new(foreground: Color.Red);
}
