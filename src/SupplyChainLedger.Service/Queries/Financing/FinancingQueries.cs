using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing.Financing;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Queries.Exposures;
using SupplyChainLedger.Service.Queries.Holdings;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Financing;

/// <summary>Requests for financing and offers as of one snapshot.</summary>
internal sealed class FinancingQueries(SqliteSession session, ExposureQueries exposures, PageTokens tokens)
{
    private const long PricesLookedAt = 100;

    private readonly RecordList<FinancingRecord> _requests =
        new(session, tokens, "financings", FinancingTable.Read, static one => one.Requested.Key);

    private readonly RecordList<OfferRecord> _offers =
        new(session, tokens, "offers", OfferTable.Read, static one => one.Placed.Key);

    private readonly RecordList<IndexedHolding> _financeable =
        new(session, tokens, "financeable", HoldingTable.Read, static one => one.Opened.Key);

    private readonly RecordList<FinancingRecord> _opportunities =
        new(session, tokens, "opportunities", FinancingTable.Read, static one => one.Requested.Key);

    /// <summary>The request that a holding was taken out for; null where it was taken out for something else.</summary>
    public FinancingRecord? Find(HoldingId holding) => FinancingTable.Find(session, holding);

    public OfferRecord? FindOffer(OfferId id) => OfferTable.Find(session, id);

    /// <summary>Requests, newest first.</summary>
    /// <exception cref="LedgerFault">The page token is not of this list and filter.</exception>
    public Page<FinancingRecord> List(FinancingFilter filter, PageRequest page)
    {
        var walk = FinancingSql.Walk(filter);
        var sql = walk.Sql("financing", "requested", FinancingTable.Columns);
        return _requests.List($"{filter}", sql, walk.Arguments, filter.Admits, page);
    }

    /// <summary>Offers, newest first.</summary>
    /// <exception cref="LedgerFault">The page token is not of this list and filter.</exception>
    public Page<OfferRecord> ListOffers(OfferFilter filter, PageRequest page)
    {
        var walk = FinancingSql.Walk(filter);
        var sql = walk.Sql("offer", "placed", OfferTable.Columns);
        return _offers.List($"{filter}", sql, walk.Arguments, filter.Admits, page);
    }

    /// <summary>What offers have asked for parts of an obligor.</summary>
    /// <param name="obligor">The obligor.</param>
    /// <param name="currency">Three letters.</param>
    public PricesSeen PricesSeen(ParticipantId obligor, string currency)
    {
        var seen = session.All(
            FinancingSql.PricesSeen, OfferTable.Read, (long)obligor.Value, currency, PricesLookedAt);
        return new PricesSeen(
            seen.MinBy(static offer => offer.Discount),
            seen.FirstOrDefault(),
            seen.Find(static offer => offer.State == OfferState.Accepted));
    }

    /// <summary>What a holder can ask financing for, newest first: at rest, not due and without recourse.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="today">The day (UTC) that it is.</param>
    /// <param name="page">Which page.</param>
    /// <exception cref="LedgerFault">The page token is not of this list and holder.</exception>
    public Page<Financeable> ListFinanceable(ParticipantId holder, EpochDay today, PageRequest page)
    {
        var filter = new HoldingFilter(Holder: holder, Phase: HoldingPhase.Held, Step: HoldingStep.None);
        var walk = HoldingSql.Walk(filter);
        var found = _financeable.List(
            $"holder={holder.Value}",
            walk.Sql("holding", "opened", HoldingTable.Columns),
            walk.Arguments,
            one => filter.Admits(one) && one.DueDate.Value >= today.Value && !one.Record.Recourse,
            page);
        var prices = found.Items
            .Select(one => (one.Obligor, one.Currency)).Distinct()
            .ToDictionary(one => one, one => PricesSeen(one.Obligor, one.Currency));
        return new Page<Financeable>(
            [.. found.Items.Select(one => new Financeable(one, prices[(one.Obligor, one.Currency)]))], found.NextToken);
    }

    /// <summary>Open requests that a financier may offer for within its limits, newest first.</summary>
    /// <param name="financier">The financier.</param>
    /// <param name="now">Unix seconds: requests that cannot be accepted any more are left out.</param>
    /// <param name="page">Which page.</param>
    /// <exception cref="LedgerFault">The page token is not of this list and financier.</exception>
    public Page<Opportunity> ListOpportunities(ParticipantId financier, ulong now, PageRequest page)
    {
        var walk = FinancingSql.Walk(new FinancingFilter(State: FinancingState.Requested));
        var free = new Dictionary<(ParticipantId, string), ulong>();
        var found = _opportunities.List(
            $"financier={financier.Value}",
            walk.Sql("financing", "requested", FinancingTable.Columns),
            walk.Arguments,
            one => one.OpenUntil >= now && one.Requester != financier && one.Obligor != financier
                && FreeOf(one) >= one.Amount,
            page);
        return new Page<Opportunity>(
            [.. found.Items.Select(one => new Opportunity(one, FreeOf(one), OwnOffer(financier, one.Holding)))],
            found.NextToken);

        ulong FreeOf(FinancingRecord request)
        {
            var key = (request.Obligor, request.Currency);
            if (!free.TryGetValue(key, out var known))
                free[key] = known = exposures.Find(financier, request.Obligor, request.Currency)?.Free ?? 0;
            return known;
        }
    }

    private OfferRecord? OwnOffer(ParticipantId financier, HoldingId holding) => session.First(
        FinancingSql.OwnOffer, OfferTable.Read, holding.Value.ToBytes(), (long)financier.Value);
}
