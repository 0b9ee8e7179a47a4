using Spectre.Console.Rendering;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Disputes and credit notes for people.</summary>
internal static class CorrectionView
{
    public static IRenderable Table(IEnumerable<Dispute> disputes)
    {
        var rows = new AlignedTable("BUYER", "HOLDER", ">DISPUTED", ">CREDITED", "STATE", "UNTIL", "REASON");
        foreach (var dispute in disputes)
        {
            var answer = dispute.Answer.Length == 0 ? "" : $"\n  answer: {dispute.Answer}";
            rows.AddWith(
                dispute.Holding + answer,
                Show.Party(dispute.Buyer),
                Show.Party(dispute.Holder),
                Show.Amount(dispute.Amount),
                Show.Amount(dispute.CreditedAmount),
                Show.Word(dispute.State),
                Show.Time(dispute.Deadline),
                dispute.Reason);
        }

        return rows.Content;
    }

    public static IRenderable Table(IEnumerable<CreditNote> notes)
    {
        var rows = new AlignedTable("NUMBER", "SUPPLIER", "HOLDER", ">AMOUNT", "STATE", "ANSWER BY", "REASON");
        foreach (var note in notes)
        {
            rows.AddWith(
                note.Holding,
                note.Number,
                Show.Party(note.Supplier),
                Show.Party(note.Holder),
                Show.Amount(note.Amount),
                Show.Word(note.State),
                Show.Time(note.AnswerDeadline),
                note.DeclineReason);
        }

        return rows.Content;
    }
}
