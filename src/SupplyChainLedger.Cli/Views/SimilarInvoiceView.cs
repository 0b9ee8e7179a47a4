using Spectre.Console.Rendering;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Cli.Views;

/// <summary>Similar invoices for people.</summary>
internal static class SimilarInvoiceView
{
    public static IRenderable Table(IEnumerable<SimilarInvoice> similar)
    {
        var rows = new AlignedTable(
            "GRADE", "NUMBER", "STATE", "SUPPLIER", "BUYER", ">AMOUNT", "ISSUED", "DUE", "INVOICE", "WHY");
        foreach (var one in similar)
        {
            rows.Add(
                Show.Word(one.Grade),
                one.Invoice.Number,
                Show.Word(one.Invoice.State),
                Show.Party(one.Invoice.Supplier),
                Show.Party(one.Invoice.Buyer),
                Show.Amount(one.Invoice.Amount),
                Show.Day(one.Invoice.IssueDate),
                Show.Day(one.Invoice.DueDate),
                one.Invoice.Name,
                one.Explanation);
        }

        return rows.Content;
    }
}
