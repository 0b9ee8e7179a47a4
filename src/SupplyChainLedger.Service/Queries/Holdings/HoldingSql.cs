using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Queries.Paging;

namespace SupplyChainLedger.Service.Queries.Holdings;

/// <summary>What the queries of holdings ask of the index.</summary>
internal static class HoldingSql
{
    /// <summary>
    /// How often the holding <c>?1</c>, and those it was taken out of before that, passed to another holder up to the
    /// key <c>?2</c>.
    /// </summary>
    public static readonly string Trace = $"""
        WITH RECURSIVE path (id, parent, opened, until) AS (
            SELECT id, parent, opened, ?2 FROM holding WHERE opened = {HoldingTable.KeyOf("?1")}
            UNION ALL
            SELECT h.id, h.parent, h.opened, p.opened FROM path p
            JOIN holding h ON h.opened = {HoldingTable.KeyOf("p.parent")})
        SELECT e.at, e.receivable, e.holding, e.giver, e.taker, e.amount, e.cause
        FROM path p CROSS JOIN endorsement e INDEXED BY endorsement_by_holding
        WHERE e.holding = p.id AND e.at <= p.until
        """;

    private const string Waiting = "step <> 0";

    /// <summary>How a list is walked. Nearly all holdings are at rest, so that no index is kept of those.</summary>
    public static IndexWalk Walk(HoldingFilter filter)
    {
        var step = filter.Step is HoldingStep.None ? null : filter.Step;
        if (filter.Receivable is { } receivable)
        {
            var head = receivable.Value.ToBytes()[..HashColumn.HeadSize];
            return new IndexWalk("holding_by_receivable", (HashColumn.Head("receivable"), head));
        }

        if (filter.Counterparty is { } counterparty) return OfCounterparty(counterparty, filter.Step);
        if (filter.Holder is { } holder) return OfHolder(holder, step, filter.Phase);
        if (step is { } one) return new IndexWalk("holding_in_step", ("step", (long)one)) { Where = Waiting };
        return filter.Phase is { } phase ? new IndexWalk("holding_in_phase", ("phase", (long)phase)) : IndexWalk.OfAll;
    }

    private static IndexWalk OfCounterparty(ParticipantId counterparty, HoldingStep? step) => step is { } one
        ? new IndexWalk("holding_by_counterparty_step", ("counterparty", (long)counterparty.Value), ("step", (long)one))
        : new IndexWalk("holding_by_counterparty", ("counterparty", (long)counterparty.Value));

    private static IndexWalk OfHolder(ParticipantId holder, HoldingStep? step, HoldingPhase? phase) => step is { } one
        ? new IndexWalk("holding_by_holder_step", ("holder", (long)holder.Value), ("step", (long)one))
        {
            Where = Waiting,
        }
        : new IndexWalk("holding_by_holder_phase", ("holder", (long)holder.Value)).Then("phase", phase);
}
