using Microsoft.Data.Sqlite;
using SQLitePCL;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing.Participants;
using SupplyChainLedger.Service.Indexing.Similarity;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>The open index: one connection that writes, and as many that read as are needed at once.</summary>
internal sealed class IndexDatabase : IDisposable
{
    private const long MappedBytes = 1L << 30;

    private readonly string _path;
    private readonly SqliteSession _writer;
    private readonly SqliteReaders _readers;
    private readonly Lock _condemning = new();
    private volatile string? _damage;
    private volatile bool _isComplete;
    private bool _isOnDisk;

    private IndexDatabase(string path, bool inspected, SqliteSession writer, FingerprintKey fingerprintKey)
    {
        _path = path;
        IsInspected = inspected;
        _writer = writer;
        _readers = new SqliteReaders(path, MappedBytes, CheckedVfs.Name, CondemnDamaged);
        PageKey = IndexFile.PageKey(writer);
        FingerprintKey = fingerprintKey;
        _isComplete = IndexCompletion.IsDone(writer);
        _isOnDisk = IndexDurability.IsReached(path);
    }

    /// <summary>The key that page tokens are authenticated with.</summary>
    public byte[] PageKey { get; }

    /// <summary>The network's key, under which all fingerprints in the file are made.</summary>
    public FingerprintKey FingerprintKey { get; }

    /// <summary>Fingerprints that wait for the file to be completed. Only the indexer has to do with them.</summary>
    public FingerprintBacklog Fingerprints { get; private set; } = new();

    /// <summary>Which of the newest invoices resemble no other.</summary>
    public UnlikeInvoices Unlike { get; } = new();

    /// <summary>Which edition of the register the file holds.</summary>
    public RegisterEdition Register { get; } = new();

    /// <summary>Whether the file was looked through for damage when it was opened.</summary>
    public bool IsInspected { get; }

    /// <summary>
    /// Whether the file has everything that follows from its events. Until it has, lists are slow, and no invoice is
    /// found by what it resembles.
    /// </summary>
    public bool IsComplete => _isComplete;

    /// <param name="path">The file.</param>
    /// <param name="network">The network that it must be of.</param>
    /// <param name="key">The network's key.</param>
    /// <param name="log">Where to say what was found.</param>
    /// <param name="machineStart">Names the present start of the machine; null where it is not known.</param>
    /// <param name="inspectedAtOnce">The largest file in bytes that is looked through for damage now.</param>
    /// <exception cref="StartupFault">The file belongs to another network, or cannot be opened.</exception>
    public static IndexDatabase Open(
        string path,
        LedgerNetwork network,
        FingerprintKey key,
        ILogger<IndexDatabase> log,
        string? machineStart = null,
        long inspectedAtOnce = IndexFile.InspectedAtOnce)
    {
        var inspect = IndexFile.MustBeInspected(path, inspectedAtOnce);
        try
        {
            return Open(path, network, key, machineStart, inspect, log);
        }
        catch (SqliteException fault) when (!inspect && IndexFile.IsDamage(fault))
        {
            return Open(path, network, key, machineStart, inspect: true, log);
        }
    }

    /// <summary>Runs the work as one transaction. Only the indexer writes, and one after the other.</summary>
    /// <exception cref="SqliteException">The file is damaged, or cannot be written.</exception>
    public void Write(Action<SqliteSession> work) => Use(writer => writer.Transact(work));

    /// <summary>Makes what the file was begun without. Only the indexer calls this, once it has all events.</summary>
    /// <exception cref="SqliteException">The file is damaged, or cannot be written.</exception>
    public void Complete(CancellationToken cancellation)
    {
        Use(writer => IndexCompletion.Run(writer, FingerprintKey, Fingerprints, cancellation));
        Fingerprints = new FingerprintBacklog();
        _isComplete = true;
    }

    /// <summary>
    /// Brings a complete index to the disk, unless it is there. Only the indexer calls this, again and again: it does
    /// nothing while someone reads what an earlier transaction has left.
    /// </summary>
    /// <exception cref="SqliteException">The file is damaged, or cannot be written.</exception>
    public void BringToDisk()
    {
        if (!_isOnDisk) Use(writer => _isOnDisk = IndexDurability.Reach(writer, _path));
    }

    /// <summary>Nothing is read from the file or written to it any more; the next start has it made anew.</summary>
    public void Condemn(string finding)
    {
        lock (_condemning)
        {
            if (_damage is not null) return;
            IndexFile.MarkDamaged(_path);
            _damage = finding;
        }
    }

    /// <summary>Opens a read transaction: everything read through it is of one moment.</summary>
    /// <exception cref="SqliteException">The file is damaged.</exception>
    public IndexReading Read()
    {
        RequireUndamaged();
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
    /// <exception cref="SqliteException">The file is damaged.</exception>
    public T Look<T>(Func<SqliteSession, T> query)
    {
        RequireUndamaged();
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

    private static IndexDatabase Open(
        string path,
        LedgerNetwork network,
        FingerprintKey key,
        string? machineStart,
        bool inspect,
        ILogger<IndexDatabase> log)
    {
        var writer = IndexFile.OpenForWriting(path, network, machineStart, inspect, log);
        try
        {
            FingerprintKeyring.Adopt(writer, key, log);
            return new IndexDatabase(path, inspect, writer, key);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    private void Use(Action<SqliteSession> work)
    {
        RequireUndamaged();
        try
        {
            work(_writer);
        }
        catch (SqliteException fault)
        {
            CondemnDamaged(fault);
            throw;
        }
    }

    private void CondemnDamaged(SqliteException fault)
    {
        if (IndexFile.IsDamage(fault)) Condemn(fault.Message);
    }

    private void RequireUndamaged()
    {
        if (_damage is { } finding) throw new SqliteException(finding, raw.SQLITE_CORRUPT);
    }
}
