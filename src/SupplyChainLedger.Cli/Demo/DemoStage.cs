using Spectre.Console;
using SupplyChainLedger.Cli.Terminals;
using SupplyChainLedger.Cli.Views;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Demo;

/// <summary>Tells the story: numbered steps, each with what the chain made of it.</summary>
internal sealed class DemoStage(Terminal terminal)
{
    private readonly IAnsiConsole _story = terminal.Story;
    private int _step;

    public void Step(string what)
    {
        _story.WriteLine();
        _story.Write(new Paragraph($"{++_step}. {what}\n", Styles.Heading));
    }

    public void Say(string line = "") => _story.WriteLine($"   {line}".TrimEnd());

    /// <summary>What was recorded, and where.</summary>
    public void Recorded(Invoice invoice)
    {
        var confirmed = invoice.ConfirmedAmount is null ? "" : $" for {Show.Amount(invoice.ConfirmedAmount)}";
        _story.Write(new Paragraph("   recorded: ", Styles.Good)
            .Append($"{invoice.Number}, {Show.Amount(invoice.Amount)}, {Show.Word(invoice.State)}{confirmed}\n"));
        Say($"          {invoice.Name}");
        Say($"          {Show.Place(invoice.LastChange)}");
    }

    /// <summary>What was refused, as it should be.</summary>
    public void Refused(LedgerException refusal)
    {
        _story.Write(new Paragraph("   refused: ", Styles.Refused).Append($"{refusal.ReasonName}\n"));
        Say($"         {refusal.Message}");
    }
}
