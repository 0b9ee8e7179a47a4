using SupplyChainLedger.Service.Queries.Paging;

namespace SupplyChainLedger.Service.Queries.Corrections;

/// <summary>What the queries of disputes and credit notes ask of the index.</summary>
internal static class CorrectionSql
{
    public static IndexWalk Walk(DisputeFilter filter)
    {
        if (filter.Receivable is { } receivable)
            return new IndexWalk("dispute_by_receivable", ("receivable", receivable.Value.ToBytes()));
        if (filter.Holder is { } holder) return new IndexWalk("dispute_by_holder", ("holder", (long)holder.Value));
        return filter.Buyer is { } buyer
            ? new IndexWalk("dispute_by_buyer", ("buyer", (long)buyer.Value))
            : IndexWalk.OfAll;
    }

    public static IndexWalk Walk(CreditNoteFilter filter)
    {
        if (filter.Receivable is { } receivable)
            return new IndexWalk("credit_note_by_receivable", ("receivable", receivable.Value.ToBytes()));
        if (filter.Holder is { } holder) return new IndexWalk("credit_note_by_holder", ("holder", (long)holder.Value));
        return filter.Supplier is { } supplier
            ? new IndexWalk("credit_note_by_supplier", ("supplier", (long)supplier.Value))
            : IndexWalk.OfAll;
    }
}
