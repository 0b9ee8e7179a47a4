using SupplyChainLedger.Service.Indexing.Receivables;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Receivables;

/// <summary>What the queries of receivables ask of the index.</summary>
internal static class ReceivableSql
{
    /// <summary>Receivables confirmed before the key <c>?1</c> of which <c>?2</c> holds a part, newest first.</summary>
    public const string OfHolder =
        $"""
        SELECT {ReceivableTable.Columns}
        FROM share s CROSS JOIN receivable r ON r.opened = s.receivable
        WHERE s.holder = ?2 AND s.receivable < ?1 ORDER BY s.receivable DESC
        """;

    // Either of it, where a list is of both.
    private static readonly string[] OwedOrNot = [$"{ReceivableSchema.Owed} = 1", $"{ReceivableSchema.Owed} = 0"];

    /// <summary>How a list is walked that asks for no holder.</summary>
    public static IndexWalk Walk(ReceivableFilter filter) => (filter.Supplier, filter.Obligor) switch
    {
        (null, null) => filter.OpenOnly
            ? new IndexWalk("receivable_owed") { Where = "outstanding > 0" }
            : IndexWalk.OfAll,
        ({ } s, null) => Of("receivable_by_supplier", filter.OpenOnly, ("supplier", (long)s.Value)),
        (null, { } o) => Of("receivable_by_obligor", filter.OpenOnly, ("obligor", (long)o.Value)),
        ({ } s, { } o) => Of(
            "receivable_by_parties", filter.OpenOnly, ("supplier", (long)s.Value), ("obligor", (long)o.Value)),
    };

    private static IndexWalk Of(string index, bool owedOnly, params (string, SqliteValue)[] parties) => owedOnly
        ? new IndexWalk(index, [.. parties, (ReceivableSchema.Owed, 1)])
        : new IndexWalk(index, parties) { Parts = OwedOrNot };
}
