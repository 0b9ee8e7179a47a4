using SupplyChainLedger.Service.Indexing.Receivables;
using SupplyChainLedger.Service.Queries.Paging;

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

    /// <summary>How a list is walked that asks for no holder.</summary>
    public static IndexWalk Walk(ReceivableFilter filter)
    {
        bool? owed = filter.OpenOnly ? true : null;
        return (filter.Supplier, filter.Obligor) switch
        {
            (null, null) => filter.OpenOnly
                ? new IndexWalk("receivable_owed") { Where = ReceivableSchema.Owed }
                : IndexWalk.OfAll,
            ({ } s, null) => new IndexWalk("receivable_by_supplier", ("supplier", (long)s.Value))
                .Then(ReceivableSchema.Owed, owed),
            (null, { } o) => new IndexWalk("receivable_by_obligor", ("obligor", (long)o.Value))
                .Then(ReceivableSchema.Owed, owed),
            ({ } s, { } o) => new IndexWalk(
                "receivable_by_parties", ("supplier", (long)s.Value), ("obligor", (long)o.Value))
                .Then(ReceivableSchema.Owed, owed),
        };
    }
}
