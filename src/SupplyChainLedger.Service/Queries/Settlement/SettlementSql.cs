using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Queries.Paging;

namespace SupplyChainLedger.Service.Queries.Settlement;

/// <summary>What the queries of payments ask of the index.</summary>
internal static class SettlementSql
{
    public static IndexWalk Walk(PaymentFilter filter)
    {
        if (filter.Holding is { } holding)
            return new IndexWalk("payment_by_holding", ("holding", holding.Value.ToBytes()));
        if (filter.Receivable is { } receivable)
            return new IndexWalk("payment_by_receivable", ("receivable", receivable.Value.ToBytes()));
        if (filter.Payer is { } payer)
            return new IndexWalk("payment_by_payer_state", ("payer", (long)payer.Value)).Then("state", filter.State);
        if (filter.Holder is { } holder)
            return new IndexWalk("payment_by_holder_state", ("holder", (long)holder.Value)).Then("state", filter.State);
        return filter.State is { } state ? new IndexWalk("payment_in_state", ("state", (long)state)) : IndexWalk.OfAll;
    }

    public static IndexWalk Walk(StopFilter filter) => (filter.Obligor, filter.InForceOnly) switch
    {
        ({ } obligor, _) => new IndexWalk("stop_by_obligor", ("obligor", (long)obligor.Value)),
        (null, true) => new IndexWalk("stop_in_force") { Where = "lifted IS NULL" },
        _ => IndexWalk.OfAll,
    };

    /// <summary>
    /// Holdings that are owed after the due day <c>?1</c> and key <c>?2</c>, up to the due day <c>?3</c>, of the
    /// participant <c>?4</c>, soonest first.
    /// </summary>
    public static string Due(DueFilter filter)
    {
        var (index, column) = filter.Payee is not null ? ("holding_due_to", "holder") : ("holding_due_from", "payer");
        return $"SELECT {HoldingTable.Columns} FROM holding INDEXED BY {index} "
            + $"WHERE {column} = ?4 AND amount > 0 AND (due_day, opened) > (?1, ?2) AND due_day <= ?3 "
            + "ORDER BY due_day, opened";
    }
}
