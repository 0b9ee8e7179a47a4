using Microsoft.Data.Sqlite;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>A read transaction of the index. Ends, and gives its connection back, when disposed.</summary>
internal sealed class IndexReading : IDisposable
{
    private readonly SqliteReaders _readers;
    private SqliteSession? _session;

    public IndexReading(SqliteReaders readers, SqliteSession session)
    {
        session.Execute("BEGIN");
        _readers = readers;
        _session = session;
    }

    public SqliteSession Session => _session ?? throw new ObjectDisposedException(nameof(IndexReading));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _session, null) is not { } session) return;
        try
        {
            session.Execute("COMMIT");
            _readers.Return(session);
        }
        catch (SqliteException)
        {
            // What broke the transaction has been thrown to the reader; the connection is not to be used again.
            session.Dispose();
        }
    }
}
