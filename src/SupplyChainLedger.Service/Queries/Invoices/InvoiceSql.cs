using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Queries.Paging;

namespace SupplyChainLedger.Service.Queries.Invoices;

/// <summary>What the queries of invoices ask of the index.</summary>
internal static class InvoiceSql
{
    /// <summary>An invoice with both places, by its id.</summary>
    public static readonly string ById = $"{Select} WHERE {HashColumn.Is("i.id", "?1")}";

    /// <summary>An invoice with both places, by the key of its submission.</summary>
    public static readonly string BySubmission = $"{Select} WHERE i.submitted = ?1";

    private static string Select =>
        $"""
        SELECT {InvoiceTable.Columns}, {RecordedAtColumns.Of("s", "sb")}, {RecordedAtColumns.Of("c", "cb")}
        FROM invoice i
        JOIN event s ON s.at = i.submitted
        JOIN block sb ON sb.number = i.submitted >> 24
        JOIN event c ON c.at = i.changed
        JOIN block cb ON cb.number = i.changed >> 24
        """;

    /// <summary>
    /// How a list is walked. Every combination of filters has an index in the list's order, so that no page costs more
    /// than the first.
    /// </summary>
    public static IndexWalk Walk(InvoiceFilter filter)
    {
        var walk = (filter.Supplier, filter.Buyer) switch
        {
            (null, null) => new IndexWalk("invoice_by_state"),
            ({ } s, null) => new IndexWalk("invoice_by_supplier_state", ("supplier", (long)s.Value)),
            (null, { } b) => new IndexWalk("invoice_by_buyer_state", ("buyer", (long)b.Value)),
            ({ } s, { } b) => new IndexWalk(
                "invoice_by_parties_state", ("supplier", (long)s.Value), ("buyer", (long)b.Value)),
        };
        return walk.Then("state", filter.State);
    }

    /// <summary>Submission keys and due days, newest first, from below the key <c>?1</c>.</summary>
    public static string Keys(IndexWalk walk) => walk.Sql("invoice", "submitted", "submitted, due_day");
}
