using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Queries.Paging;

/// <summary>
/// A list of records, newest first, whose pages all cost the same. What the walked index does not know of a filter is
/// looked up in the records, of which one page looks at a bounded number: where few match, it ends early, and its token
/// goes on from there.
/// </summary>
/// <param name="session">Where to read.</param>
/// <param name="tokens">What makes its page tokens.</param>
/// <param name="name">Name of the list.</param>
/// <param name="read">Reads a record.</param>
/// <param name="keyOf">The key of a record.</param>
internal sealed class RecordList<T>(
    SqliteSession session, PageTokens tokens, string name, Func<SqliteRow, T> read, Func<T, long> keyOf)
{
    private const int LookLimit = 5_000;

    /// <param name="description">The filters in a form in which the same filters are the same text.</param>
    /// <param name="sql">Rows below the key <c>?1</c>, newest first.</param>
    /// <param name="arguments">The statement's arguments, but for the first.</param>
    /// <param name="admits">Whether a record meets all filters.</param>
    /// <param name="page">Which page.</param>
    /// <exception cref="LedgerFault">The page token is not of this list and filter.</exception>
    public Page<T> List(
        string description, string sql, Func<long, SqliteValue[]> arguments, Func<T, bool> admits, PageRequest page)
    {
        var last = page.Token.Length == 0 ? long.MaxValue : tokens.Read(name, description, page.Token).First;
        var items = new List<T>(page.Size);
        var looked = 0;
        foreach (var record in session.Stream(sql, read, arguments(last)))
        {
            if (items.Count == page.Size || looked++ == LookLimit)
                return new Page<T>(items, tokens.Write(name, description, new PageCursor(last)));
            last = keyOf(record);
            if (admits(record)) items.Add(record);
        }

        return new Page<T>(items, "");
    }
}
