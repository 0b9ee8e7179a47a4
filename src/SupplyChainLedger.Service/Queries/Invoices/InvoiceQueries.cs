using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Invoices;

/// <summary>Invoices as of one snapshot.</summary>
internal sealed class InvoiceQueries(SqliteSession session, PageTokens tokens)
{
    private const string ListName = "invoices";

    /// <summary>
    /// How many entries of an index one page may look at. A due date is no part of the order, so that few matches may
    /// lie far apart: the page then ends early, and its token goes on from there.
    /// </summary>
    private const int LookLimit = 10_000;

    /// <summary>One invoice; null when the chain has none of this id.</summary>
    public InvoiceRow? Find(InvoiceId id) => session.First(InvoiceSql.ById, Read, id.Value.ToBytes());

    /// <summary>Invoices, newest submission first.</summary>
    /// <exception cref="LedgerFault">The page token is not of this list and filter.</exception>
    public Page<InvoiceRow> List(InvoiceFilter filter, PageRequest page)
    {
        var description = filter.ToString();
        var below = page.Token.Length == 0 ? long.MaxValue : tokens.Read(ListName, description, page.Token).First;
        var (keys, next) = Walk(filter, below, page.Size);
        var items = keys.ConvertAll(key => session.First(InvoiceSql.BySubmission, Read, key)!);
        return new Page<InvoiceRow>(
            items, next is { } key ? tokens.Write(ListName, description, new PageCursor(key)) : "");
    }

    /// <summary>The keys of a page, and the key below which the next one begins; null after the last page.</summary>
    private (List<long> Keys, long? Next) Walk(InvoiceFilter filter, long below, int size)
    {
        var keys = new List<long>(size);
        var looked = 0;
        var last = below;
        var walk = InvoiceSql.Walk(filter);
        foreach (var (key, dueDay) in session.Stream(InvoiceSql.Keys(walk), ReadKey, walk.Arguments(below)))
        {
            if (keys.Count == size || looked++ == LookLimit) return (keys, last);
            last = key;
            if (filter.DueBefore is not { } limit || dueDay < limit.Value) keys.Add(key);
        }

        return (keys, null);
    }

    private static (long Key, long DueDay) ReadKey(SqliteRow row) => (row.GetInt64(0), row.GetInt64(1));

    private static InvoiceRow Read(SqliteRow row) => new(
        InvoiceTable.Read(row),
        RecordedAtColumns.Read(row, InvoiceTable.ColumnCount),
        RecordedAtColumns.Read(row, InvoiceTable.ColumnCount + RecordedAtColumns.Count));
}
