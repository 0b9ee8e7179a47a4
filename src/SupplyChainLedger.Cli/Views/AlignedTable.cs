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
    private readonly Dictionary<int, string> _below = [];

    /// <summary>The whole table; nothing where there are no rows.</summary>
    public IRenderable Content
    {
        get
        {
            if (_rows.Count == 0) return new Paragraph();
            string[] headings = [.. columns.Select(column => column.TrimStart('>'))];
            var widths = headings.Select((_, i) => _rows.Append(headings).Max(row => row[i].GetCellWidth())).ToList();
            var lines = new Paragraph($"{Line(headings, widths)}\n", Styles.Label);
            for (var i = 0; i < _rows.Count; i++)
            {
                lines.Append($"{Line(_rows[i], widths)}\n");
                if (_below.TryGetValue(i, out var below)) lines.Append($"{Gap}{below}\n", Styles.Label);
            }

            return lines;
        }
    }

    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Adds a row with a line of its own below it, for a name that is too long to stand beside the rest.
    /// </summary>
    public void AddWith(string below, params string[] cells)
    {
        _below[_rows.Count] = below;
        _rows.Add(cells);
    }

    private string Line(string[] cells, List<int> widths) =>
        string.Join(Gap, cells.Select((cell, i) => Padded(cell, widths[i], columns[i].StartsWith('>')))).TrimEnd();

    // Wide characters, as of Chinese names, take two cells.
    private static string Padded(string cell, int width, bool toTheRight)
    {
        var space = new string(' ', width - cell.GetCellWidth());
        return toTheRight ? space + cell : cell + space;
    }
}
