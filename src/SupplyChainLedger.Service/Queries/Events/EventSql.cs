using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Invoices;

namespace SupplyChainLedger.Service.Queries.Events;

/// <summary>What the queries of events ask of the index.</summary>
internal static class EventSql
{
    /// <summary>Whether there is an event of the key <c>?1</c>.</summary>
    public const string Exists = "SELECT 1 FROM event WHERE at = ?1";

    private const string OfAll = "FROM event e WHERE ";

    private static readonly string OfInvoice =
        $"FROM event e INDEXED BY event_by_invoice WHERE e.invoice = ({InvoiceTable.KeyOf("?3")}) AND ";

    private const string OfParty = "FROM event_party e WHERE e.participant = ?3 AND ";

    private static readonly string OfBoth =
        OfInvoice + "EXISTS (SELECT 1 FROM event_party p WHERE p.participant = ?4 AND p.at = e.at) AND ";

    /// <summary>
    /// At most <c>?2</c> events after the key <c>?1</c>, in order; invoice and participant follow as arguments, as far
    /// as they are given.
    /// </summary>
    public static string After(EventFilter filter) =>
        $"""
        SELECT {EventTable.Columns}
        FROM (SELECT e.at AS at {Matching(filter)} e.at > ?1 ORDER BY e.at LIMIT ?2) k
        JOIN event e ON e.at = k.at
        JOIN block b ON b.number = k.at >> 24
        ORDER BY k.at
        """;

    /// <summary>The newest event at or before the key <c>?1</c>; <c>?2</c> is 1, and the rest as above.</summary>
    public static string NewestUpTo(EventFilter filter) =>
        $"""
        SELECT {EventTable.Columns}
        FROM (SELECT e.at AS at {Matching(filter)} e.at <= ?1 ORDER BY e.at DESC LIMIT ?2) k
        JOIN event e ON e.at = k.at
        JOIN block b ON b.number = k.at >> 24
        """;

    private static string Matching(EventFilter filter) => (filter.Invoice, filter.Participant) switch
    {
        (null, null) => OfAll,
        (null, _) => OfParty,
        (_, null) => OfInvoice,
        _ => OfBoth,
    };
}
