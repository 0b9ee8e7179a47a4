using Spectre.Console;
using Spectre.Console.Rendering;
using SupplyChainLedger.Cli.Terminals;

namespace SupplyChainLedger.Cli.Views;

/// <summary>
/// A table without lines and without space at the ends of its rows, so that it can be cut, sorted and pasted. Rows are
/// never folded.
/// </summary>
/// <param name="columns">Headings; those of numbers begin with <c>&gt;</c> and are set to the right.</param>
internal sealed class AlignedTable(params string[] columns)
{
    private const string Gap = "  ";
    private readonly List<string[]> _rows = [];

    /// <summary>The whole table; nothing where there are no rows.</summary>
    public IRenderable Content
    {
        get
        {
            if (_rows.Count == 0) return new Paragraph();
            string[] headings = [.. columns.Select(column => column.TrimStart('>'))];
            var widths = headings.Select((_, i) => _rows.Append(headings).Max(row => row[i].GetCellWidth())).ToList();
            var lines = new Paragraph($"{Line(headings, widths)}\n", Styles.Label);
            foreach (var row in _rows) lines.Append($"{Line(row, widths)}\n");
            return lines;
        }
    }

    public void Add(params string[] cells) => _rows.Add(cells);

    private string Line(string[] cells, List<int> widths) =>
        string.Join(Gap, cells.Select((cell, i) => Padded(cell, widths[i], columns[i].StartsWith('>')))).TrimEnd();

    // Wide characters, as of Chinese names, take two cells.
    private static string Padded(string cell, int width, bool toTheRight)
    {
        var space = new string(' ', width - cell.GetCellWidth());
        return toTheRight ? space + cell : cell + space;
    }
}
