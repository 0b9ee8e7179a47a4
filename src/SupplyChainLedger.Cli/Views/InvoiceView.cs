using Spectre.Console.Rendering;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Invoices for people.</summary>
internal static class InvoiceView
{
    public static IRenderable Of(Invoice invoice, ReadAt? readAt = null) => Fields.Of(
        ("Invoice", invoice.Name),
        ("Number", invoice.Number),
        ("State", Show.Word(invoice.State)),
        ("Supplier", Show.Party(invoice.Supplier)),
        ("Buyer", Show.Party(invoice.Buyer)),
        ("Amount", Show.Amount(invoice.Amount)),
        ("Confirmed", Show.Amount(invoice.ConfirmedAmount)),
        ("Reason", invoice.RejectionReason),
        ("Issued", Show.Day(invoice.IssueDate)),
        ("Due", Show.Day(invoice.DueDate)),
        ("Type", $"{invoice.TypeCode}"),
        ("Document", $"SHA-256 {invoice.DocumentHash}"),
        ("Submitted", Show.Place(invoice.Submission)),
        ("Changed", invoice.State == InvoiceState.Submitted ? "" : Show.Place(invoice.LastChange)),
        ("Read at", Show.ReadAt(readAt)));

    public static IRenderable Table(IEnumerable<Invoice> invoices)
    {
        var rows = new AlignedTable("NUMBER", "STATE", "SUPPLIER", "BUYER", ">AMOUNT", ">CONFIRMED", "DUE", "INVOICE");
        foreach (var invoice in invoices)
        {
            rows.Add(
                invoice.Number,
                Show.Word(invoice.State),
                Show.Party(invoice.Supplier),
                Show.Party(invoice.Buyer),
                Show.Amount(invoice.Amount),
                Show.Amount(invoice.ConfirmedAmount),
                Show.Day(invoice.DueDate),
                invoice.Name);
        }

        return rows.Content;
    }
}
