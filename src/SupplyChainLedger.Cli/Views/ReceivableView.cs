using Spectre.Console.Rendering;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Receivables for people.</summary>
internal static class ReceivableView
{
    public static IRenderable? Of(Receivable? receivable, ReadAt? readAt = null) => receivable is null
        ? null
        : Fields.Of(
            ("Receivable", receivable.Name),
            ("Invoice", receivable.InvoiceNumber),
            ("Supplier", Show.Party(receivable.Supplier)),
            ("Buyer", Show.Party(receivable.Buyer)),
            ("Due", Show.Day(receivable.DueDate)),
            ("Confirmed", Show.Amount(receivable.ConfirmedAmount)),
            ("Paid", Show.Amount(receivable.PaidAmount)),
            ("Credited", Show.Amount(receivable.CreditedAmount)),
            ("Written off", Show.Amount(receivable.WrittenOffAmount)),
            ("Cancelled", Show.Amount(receivable.CancelledAmount)),
            ("Outstanding", Show.Amount(receivable.OutstandingAmount)),
            ("Irrevocable", Show.YesNo(receivable.Irrevocable)),
            ("Defences", receivable.DefencesWaived ? "waived" : "kept"),
            ("Rules", $"version {receivable.RuleVersion}"
                + (receivable.OverStandardTenor ? ", over its standard tenor" : "")),
            ("Cancellation", CancellationOf(receivable.Cancellation)),
            ("Confirmed in", Show.Place(receivable.Confirmation)),
            ("Changed in", Show.Place(receivable.LastChange)),
            ("Read at", Show.ReadAt(readAt)));

    private static string CancellationOf(Cancellation? request) => request switch
    {
        null => "",
        { State: ProposalState.Proposed } =>
            $"asked for: {request.Reason}; the buyer answers until {Show.Time(request.AnswerDeadline)}",
        { State: ProposalState.Declined } => $"declined: {request.DeclineReason}",
        _ => $"{Show.Word(request.State)}: {request.Reason}",
    };

    public static IRenderable Table(IEnumerable<Receivable> receivables)
    {
        var rows = new AlignedTable("INVOICE", "SUPPLIER", "BUYER", "DUE", ">CONFIRMED", ">OUTSTANDING");
        foreach (var receivable in receivables)
        {
            rows.AddWith(
                receivable.Name,
                receivable.InvoiceNumber,
                Show.Party(receivable.Supplier),
                Show.Party(receivable.Buyer),
                Show.Day(receivable.DueDate),
                Show.Amount(receivable.ConfirmedAmount),
                Show.Amount(receivable.OutstandingAmount));
        }

        return rows.Content;
    }

    /// <summary>The path of a part, from its holder back to the obligor.</summary>
    public static IRenderable Table(IEnumerable<Tier> tiers)
    {
        var rows = new AlignedTable(">TIER", "HELD BY", "FROM", "BY", ">SHARE", "SINCE");
        foreach (var tier in tiers)
        {
            var document = tier.DocumentHash.Length == 0 ? "no document" : $"document {tier.DocumentHash}";
            rows.AddWith(
                $"{tier.Holding}\n  {document}",
                $"{tier.Depth}",
                Show.Party(tier.Participant),
                Show.Party(tier.FromParticipant),
                Show.Word(tier.Kind),
                Show.Amount(tier.Amount),
                Show.Day(tier.Date));
        }

        return rows.Content;
    }
}
