using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SupplyChainLedger.Service.Sqlite;

/// <summary>The connections that read a file beside its writer: as many as are needed at once, of which some are kept.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="mappedBytes">
/// How much of the file they read where the operating system has it in memory, and copy nothing. Each commit of the
/// writer empties the caches of all readers, so that otherwise the same pages are copied again and again; but a disk
/// that fails under a mapped page ends the process.
/// </param>
/// <param name="vfs">SQLite's name of the way to the file; null for the default.</param>
/// <param name="failed">Told of each statement that fails.</param>
internal sealed class SqliteReaders(
    string path, long mappedBytes = 0, string? vfs = null, Action<SqliteException>? failed = null) : IDisposable
{
    private const int MaxIdle = 8;

    /// <summary>What a reader keeps of the file, in KiB, until the writer commits.</summary>
    private const int Cache = 4 * 1024;

    // The one used last comes first: each keeps pages of its own, and the fewer share the work, the more each has.
    private readonly ConcurrentStack<SqliteSession> _idle = [];
    private volatile bool _disposed;

    /// <summary>A connection for one reader, to be given back.</summary>
    /// <exception cref="ObjectDisposedException">The file is closed.</exception>
    public SqliteSession Take()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_idle.TryPop(out var idle)) return idle;
        var session = new SqliteSession(path, SqliteOpenMode.ReadWrite, vfs, failed);
        session.Script(string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA query_only = 1; PRAGMA mmap_size = {mappedBytes}; PRAGMA cache_size = -{Cache}"));
        return session;
    }

    public void Return(SqliteSession session)
    {
        if (_disposed || _idle.Count >= MaxIdle) session.Dispose();
        else _idle.Push(session);
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryPop(out var session)) session.Dispose();
    }
}
