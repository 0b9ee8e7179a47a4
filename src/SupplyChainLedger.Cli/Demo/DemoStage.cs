using Spectre.Console;
using Spectre.Console.Rendering;
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

    public void Table(IRenderable table) => _story.Write(table);

    /// <summary>What was recorded, and where.</summary>
    public void Recorded(Invoice invoice)
    {
        var confirmed = invoice.ConfirmedAmount is null ? "" : $" for {Show.Amount(invoice.ConfirmedAmount)}";
        Recorded(
            $"{invoice.Number}, {Show.Amount(invoice.Amount)}, {Show.Word(invoice.State)}{confirmed}",
            invoice.Name,
            invoice.LastChange);
    }

    /// <summary>What was recorded, and where.</summary>
    public void Recorded(string what, string name, Inclusion place)
    {
        _story.Write(new Paragraph("   recorded: ", Styles.Good).Append($"{what}\n"));
        Say($"          {name}");
        Say($"          {Show.Place(place)}");
    }

    /// <summary>Whether something is as it must be.</summary>
    public void Judged(bool isRight, string what) => _story.Write(
        new Paragraph(isRight ? "   adds up: " : "   DOES NOT ADD UP: ", isRight ? Styles.Good : Styles.Refused)
            .Append($"{what}\n"));

    /// <summary>Does what must be refused. That it went through would be the worst news of all.</summary>
    public async Task RefuseAsync<T>(Func<Task<T>> attempt)
    {
        try
        {
            await attempt();
        }
        catch (LedgerException refusal)
        {
            _story.Write(new Paragraph("   refused: ", Styles.Refused).Append($"{refusal.ReasonName}\n"));
            Say($"         {refusal.Message}");
            return;
        }

        throw new InvalidOperationException("The ledger took what it must refuse.");
    }
}
