using Spectre.Console;
using SupplyChainLedger.Cli.Terminals;

namespace SupplyChainLedger.Cli.Views;

/// <summary>A table without lines, so that its columns can be cut and sorted by other tools.</summary>
internal sealed class AlignedTable
{
    private readonly Table _table = new Table().NoBorder();

    /// <param name="columns">Headings; those of numbers begin with <c>&gt;</c> and are set to the right.</param>
    public AlignedTable(params string[] columns)
    {
        foreach (var column in columns)
        {
            var heading = new TableColumn(new Text(column.TrimStart('>'), Styles.Label)) { NoWrap = true };
            heading.Padding = new Padding(0, 0, 2, 0);
            if (column.StartsWith('>')) heading.RightAligned();
            _table.AddColumn(heading);
        }
    }

    public Table Content => _table;

    public void Add(params string[] cells) => _table.AddRow(cells.Select(cell => new Text(cell)));
}
