using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing.Similarity;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>The open index: one connection that writes, and as many that read as are needed at once.</summary>
internal sealed class IndexDatabase : IDisposable
{
    private const long MappedBytes = 1L << 30;

    private readonly SqliteSession _writer;
    private readonly SqliteReaders _readers;

    private IndexDatabase(string path, SqliteSession writer, FingerprintKey fingerprintKey)
    {
        _writer = writer;
        _readers = new SqliteReaders(path, MappedBytes);
        PageKey = IndexFile.PageKey(writer);
        FingerprintKey = fingerprintKey;
    }

    /// <summary>The key that page tokens are authenticated with.</summary>
    public byte[] PageKey { get; }

    /// <summary>The network's key, under which all fingerprints in the file are made.</summary>
    public FingerprintKey FingerprintKey { get; }

    /// <exception cref="StartupFault">The file belongs to another network, or cannot be opened.</exception>
    public static IndexDatabase Open(
        string path, LedgerNetwork network, FingerprintKey key, ILogger<IndexDatabase> log)
    {
        var writer = IndexFile.OpenForWriting(path, network, log);
        try
        {
            FingerprintKeyring.Adopt(writer, key, log);
            return new IndexDatabase(path, writer, key);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Runs the work as one transaction. Only the indexer writes, one block at a time.</summary>
    public void Write(Action<SqliteSession> work) => _writer.Transact(work);

    /// <summary>Opens a read transaction: everything read through it is of one moment.</summary>
    public IndexReading Read()
    {
        var session = _readers.Take();
        try
        {
            return new IndexReading(_readers, session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs a query that is one statement, which sees one moment without a transaction around it.</summary>
    public T Look<T>(Func<SqliteSession, T> query)
    {
        var session = _readers.Take();
        try
        {
            return query(session);
        }
        finally
        {
            _readers.Return(session);
        }
    }

    public void Dispose()
    {
        _readers.Dispose();
        _writer.Dispose();
    }
}
