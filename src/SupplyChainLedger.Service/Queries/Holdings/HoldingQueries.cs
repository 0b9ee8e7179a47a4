using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Holdings;

/// <summary>Holdings as of one snapshot.</summary>
internal sealed class HoldingQueries(SqliteSession session, PageTokens tokens)
{
    private readonly RecordList<IndexedHolding> _list =
        new(session, tokens, "holdings", HoldingTable.Read, static one => one.Opened.Key);

    /// <summary>One holding; null when there is none of this id.</summary>
    public IndexedHolding? Find(HoldingId id) => HoldingTable.Find(session, id);

    /// <summary>The transfer that took a holding out of another; null where something else did.</summary>
    public TransferRecord? FindTransfer(HoldingId id) => TransferTable.Find(session, id);

    /// <summary>Holdings, newest first.</summary>
    /// <exception cref="LedgerFault">The page token is not of this list and filter.</exception>
    public Page<IndexedHolding> List(HoldingFilter filter, PageRequest page)
    {
        var walk = HoldingSql.Walk(filter);
        return _list.List(
            $"{filter}", walk.Sql("holding", "opened", HoldingTable.Columns), walk.Arguments, filter.Admits, page);
    }

    /// <summary>The tiers from a holding back to the confirmation of its invoice.</summary>
    public IReadOnlyList<Tier> Trace(IndexedHolding holding) => HoldingTrace.Of(session, holding);
}
