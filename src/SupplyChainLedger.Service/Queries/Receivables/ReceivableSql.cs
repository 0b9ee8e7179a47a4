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
        var owed = filter.OpenOnly ? "owed" : "";
        var walk = (filter.Supplier, filter.Obligor) switch
        {
            (null, null) when !filter.OpenOnly => IndexWalk.OfAll,
            (null, null) => new IndexWalk("receivable_owed"),
            ({ } s, null) => new IndexWalk(Named("by_supplier", owed), ("supplier", (long)s.Value)),
            (null, { } o) => new IndexWalk(Named("by_obligor", owed), ("obligor", (long)o.Value)),
            ({ } s, { } o) => new IndexWalk(
                Named("by_parties", owed), ("supplier", (long)s.Value), ("obligor", (long)o.Value)),
        };
        return filter.OpenOnly ? walk with { Where = "outstanding > 0" } : walk;
    }

    private static string Named(string by, string owed) =>
        owed.Length == 0 ? $"receivable_{by}" : $"receivable_{owed}_{by}";
}
