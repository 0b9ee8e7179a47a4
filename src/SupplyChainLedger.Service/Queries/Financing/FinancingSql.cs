using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Financing;
using SupplyChainLedger.Service.Queries.Paging;

namespace SupplyChainLedger.Service.Queries.Financing;

/// <summary>What the queries of financing ask of the index.</summary>
internal static class FinancingSql
{
    /// <summary>The newest <c>?3</c> offers with open terms for parts of the obligor <c>?1</c> in <c>?2</c>.</summary>
    public const string PricesSeen =
        $"SELECT {OfferTable.Columns} FROM offer INDEXED BY offer_price_seen "
        + "WHERE obligor = ?1 AND currency = ?2 AND is_sealed = 0 ORDER BY placed DESC LIMIT ?3";

    /// <summary>The newest open offer of the financier <c>?2</c> for the holding <c>?1</c>.</summary>
    public const string OwnOffer =
        $"SELECT {OfferTable.Columns} FROM offer INDEXED BY offer_by_holding "
        + "WHERE holding = ?1 AND financier = ?2 AND state = 1 ORDER BY placed DESC LIMIT 1";

    public static IndexWalk Walk(FinancingFilter filter)
    {
        if (filter.Receivable is { } receivable)
            return new IndexWalk("financing_by_receivable", ("receivable", receivable.Value.ToBytes()));
        if (filter.Requester is { } requester) return Of("requester", requester, filter.State);
        if (filter.Financier is { } financier)
            return Of("financier", financier, filter.State) with { Where = "financier IS NOT NULL" };
        if (filter.Obligor is { } obligor) return Of("obligor", obligor, filter.State);
        return filter.State is { } state
            ? new IndexWalk("financing_in_state", ("state", (long)state))
            : IndexWalk.OfAll;
    }

    public static IndexWalk Walk(OfferFilter filter)
    {
        if (filter.Holding is { } holding)
            return new IndexWalk("offer_by_holding", ("holding", holding.Value.ToBytes()));
        if (filter.Financier is { } financier)
        {
            return new IndexWalk("offer_by_financier_state", ("financier", (long)financier.Value))
                .Then("state", filter.State);
        }

        return filter.State is { } state ? new IndexWalk("offer_in_state", ("state", (long)state)) : IndexWalk.OfAll;
    }

    private static IndexWalk Of(string column, ParticipantId participant, FinancingState? state) =>
        new IndexWalk($"financing_by_{column}_state", (column, (long)participant.Value)).Then("state", state);
}
