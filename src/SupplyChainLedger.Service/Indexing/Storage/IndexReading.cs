namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>A read transaction of the index. Ends, and gives its connection back, when disposed.</summary>
internal sealed class IndexReading(IndexDatabase database, SqliteSession session) : IDisposable
{
    private SqliteSession? _session = session;

    public SqliteSession Session => _session ?? throw new ObjectDisposedException(nameof(IndexReading));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _session, null) is { } session) database.Return(session);
    }
}
