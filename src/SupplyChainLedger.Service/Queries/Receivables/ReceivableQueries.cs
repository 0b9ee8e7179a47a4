using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing.Receivables;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Receivables;

/// <summary>Receivables as of one snapshot.</summary>
internal sealed class ReceivableQueries(SqliteSession session, PageTokens tokens)
{
    private readonly RecordList<ReceivableRecord> _list =
        new(session, tokens, "receivables", ReceivableTable.Read, static one => one.Opened.Key);

    /// <summary>One receivable; null when no invoice of this id was confirmed.</summary>
    public ReceivableRecord? Find(InvoiceId id) => ReceivableTable.Find(session, id);

    /// <summary>Receivables, newest confirmation first.</summary>
    /// <exception cref="LedgerFault">The page token is not of this list and filter.</exception>
    public Page<ReceivableRecord> List(ReceivableFilter filter, PageRequest page)
    {
        if (filter.Holder is { } holder)
        {
            return _list.List(
                $"{filter}", ReceivableSql.OfHolder, below => [below, (long)holder.Value], filter.Admits, page);
        }

        var walk = ReceivableSql.Walk(filter);
        var sql = walk.Sql("receivable", "opened", ReceivableTable.Columns);
        return _list.List($"{filter}", sql, walk.Arguments, filter.Admits, page);
    }
}
