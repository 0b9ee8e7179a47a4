using Spectre.Console;
using Spectre.Console.Rendering;
using SupplyChainLedger.Cli.Terminals;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Names and values, one a line, aligned. Those without a value are left out.</summary>
internal static class Fields
{
    public static IRenderable Of(params (string Name, string? Value)[] fields) => Of(indent: 0, fields);

    public static IRenderable Of(int indent, params (string Name, string? Value)[] fields)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(indent, 0, 3, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0) });
        foreach (var (name, value) in fields.Where(field => !string.IsNullOrEmpty(field.Value)))
            grid.AddRow(new Text(name, Styles.Label), new Text(value!));
        return grid;
    }
}
