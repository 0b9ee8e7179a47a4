using Spectre.Console.Rendering;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Holdings for people.</summary>
internal static class HoldingView
{
    public static IRenderable? Of(Holding? holding, ReadAt? readAt = null) => holding is null
        ? null
        : Fields.Of(
            ("Holding", holding.Name),
            ("Receivable", holding.Receivable),
            ("Taken out of", holding.Parent),
            ("Holder", Show.Party(holding.Holder)),
            (holding.Recourse ? "Seller" : "With", Show.Party(holding.Counterparty)),
            ("Obligor", Show.Party(holding.Obligor)),
            ("Amount", Show.Amount(holding.Amount)),
            ("Due", Show.Day(holding.DueDate)),
            ("Phase", Show.Word(holding.Phase)),
            ("Step", StepOf(holding)),
            ("Transfer", TransferOf(holding.Transfer)),
            ("Tier", $"{holding.Depth}"),
            ("Marks", Marks(holding)),
            ("Rules", $"version {holding.RuleVersion}"),
            ("Recorded", Show.Place(holding.Creation)),
            ("Changed", Show.Place(holding.LastChange)),
            ("Read at", Show.ReadAt(readAt)));

    private static string TransferOf(Transfer? transfer)
    {
        if (transfer is null) return "";
        var document = transfer.TradeDocument.Length == 0 ? "no trade document" : $"SHA-256 {transfer.TradeDocument}";
        var why = transfer.DeclineReason.Length == 0 ? "" : $": {transfer.DeclineReason}";
        return $"{Show.Party(transfer.Sender)} to {Show.Party(transfer.Recipient)}, {Show.Word(transfer.State)}{why}, "
            + document;
    }

    public static IRenderable Table(IEnumerable<Holding> holdings)
    {
        var rows = new AlignedTable("HOLDER", ">AMOUNT", "DUE", ">TIER", "PHASE", "STEP");
        foreach (var holding in holdings)
        {
            rows.AddWith(
                holding.Name,
                Show.Party(holding.Holder),
                Show.Amount(holding.Amount),
                Show.Day(holding.DueDate),
                $"{holding.Depth}",
                Show.Word(holding.Phase),
                StepOf(holding));
        }

        return rows.Content;
    }

    /// <summary>What it waits for, for whom, over how much and until when.</summary>
    public static string StepOf(Holding holding)
    {
        if (holding.Step == HoldingStep.AtRest)
        {
            return holding.Phase == HoldingPhase.WrittenOff
                ? $"at rest, {Show.Amount(holding.PendingAmount)} may yet be recovered"
                : "at rest";
        }

        var with = holding.Counterparty.Length == 0 ? "" : $", {Show.Party(holding.Counterparty)}";
        var about = holding.PendingAmount is { MinorUnits: > 0 } pending ? $", {Show.Amount(pending)}" : "";
        var until = holding.StepDeadline is null ? "" : $", until {Show.Time(holding.StepDeadline)}";
        return Show.Word(holding.Step) + with + about + until;
    }

    private static string Marks(Holding holding) => string.Join(", ", new[]
    {
        holding.Financed ? "financed" : null,
        holding.Recourse ? "with recourse" : null,
        holding.RecourseClaimed ? "recourse claimed" : null,
        holding.DefencesWaived ? "defences waived" : null,
        holding.Disputed ? "was disputed" : null,
    }.Where(mark => mark is not null));
}
