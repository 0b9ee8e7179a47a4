using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Storage;

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
    /// Submission keys and due days, newest first, from below the key <c>?1</c>. Every combination of filters has an
    /// index of its own that is walked in the list's order, so that no page costs more than the first; the statement
    /// fails rather than do without it.
    /// </summary>
    /// <param name="filter">Its supplier, buyer and state follow as arguments, as far as they are given.</param>
    public static string Keys(InvoiceFilter filter)
    {
        var index = (filter.Supplier, filter.Buyer, filter.State) switch
        {
            (null, null, null) => "invoice_in_order",
            (null, null, _) => "invoice_by_state",
            (_, null, null) => "invoice_by_supplier",
            (null, _, null) => "invoice_by_buyer",
            (_, null, _) => "invoice_by_supplier_state",
            (null, _, _) => "invoice_by_buyer_state",
            (_, _, null) => "invoice_by_parties",
            _ => "invoice_by_parties_state",
        };
        var next = 2;
        var conditions = "";
        if (filter.Supplier is not null) conditions += $" AND supplier = ?{next++}";
        if (filter.Buyer is not null) conditions += $" AND buyer = ?{next++}";
        if (filter.State is not null) conditions += $" AND state = ?{next}";
        return $"SELECT submitted, due_day FROM invoice INDEXED BY {index} WHERE submitted < ?1{conditions} "
            + "ORDER BY submitted DESC";
    }
}
