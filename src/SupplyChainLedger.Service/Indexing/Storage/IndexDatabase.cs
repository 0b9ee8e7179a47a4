using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>The open index: one connection that writes, and as many that read as are needed at once.</summary>
internal sealed class IndexDatabase : IDisposable
{
    private const int IdleReaders = 16;

    private readonly string _path;
    private readonly SqliteSession _writer;
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private volatile bool _disposed;

    private IndexDatabase(string path, SqliteSession writer)
    {
        _path = path;
        _writer = writer;
        PageKey = IndexFile.PageKey(writer);
    }

    /// <summary>The key that page tokens are authenticated with.</summary>
    public byte[] PageKey { get; }

    /// <exception cref="StartupFault">The file belongs to another network, or cannot be opened.</exception>
    public static IndexDatabase Open(string path, LedgerNetwork network, ILogger<IndexDatabase> log) =>
        new(path, IndexFile.OpenForWriting(path, network, log));

    /// <summary>Runs the work as one transaction. Only the indexer writes, one block at a time.</summary>
    public void Write(Action<SqliteSession> work) => _writer.Transact(work);

    /// <summary>Opens a read transaction: everything read through it is of one moment.</summary>
    public IndexReading Read()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_idle.TryTake(out var session)) session = OpenReader();
        session.Execute("BEGIN");
        return new IndexReading(this, session);
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var session)) session.Dispose();
        _writer.Dispose();
    }

    internal void Return(SqliteSession session)
    {
        session.Execute("COMMIT");
        if (_disposed || _idle.Count >= IdleReaders) session.Dispose();
        else _idle.Add(session);
    }

    private SqliteSession OpenReader()
    {
        var session = new SqliteSession(_path, SqliteOpenMode.ReadWrite);
        session.Script("PRAGMA query_only = 1; PRAGMA cache_size = -8192;");
        return session;
    }
}
