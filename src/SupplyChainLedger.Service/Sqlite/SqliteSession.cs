using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupplyChainLedger.Service.Sqlite;

/// <summary>
/// One connection and the statements it has prepared. For one thread at a time. Arguments are bound to <c>?1</c>,
/// <c>?2</c> and so on.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private const int BusyTimeoutMs = 30_000;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StatementTexts.Comparer);
    private readonly Action<SqliteException>? _failed;
    private bool _isDisposed;

    /// <summary>
    /// No connection is used by two threads at once, so SQLite need not take a lock for every column that is read;
    /// nor count its memory, for which all connections share one lock. Only possible before the first one is opened.
    /// </summary>
    static SqliteSession()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <param name="path">The file.</param>
    /// <param name="mode">How to open it.</param>
    /// <param name="vfs">SQLite's name of the way to the file; null for the default.</param>
    /// <param name="failed">Told of each statement that fails.</param>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteSession(
        string path, SqliteOpenMode mode, string? vfs = null, Action<SqliteException>? failed = null)
    {
        _failed = failed;
        if (vfs == CheckedVfs.Name) CheckedVfs.Install();
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 30,
            Vfs = vfs,
        }.ToString());
        _connection.Open();
        if (vfs == CheckedVfs.Name) CheckedVfs.Reserve(_connection.Handle!);
        raw.sqlite3_busy_timeout(_connection.Handle, BusyTimeoutMs);
        // A plan does not depend on what is bound; otherwise some statements are compiled anew at each execution.
        raw.sqlite3_db_config(_connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        // What a statement has to remember for its own undoing is small.
        Script("PRAGMA temp_store = MEMORY");
    }

    /// <summary>Runs one statement and returns the number of rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<SqliteValue> arguments) => Prepared(sql).Execute(arguments);

    /// <summary>
    /// Adds a row and returns its number. With RETURNING, SQLite takes the statement for one that can fail half-way,
    /// and keeps a copy of each page that it changes.
    /// </summary>
    public long Insert(string sql, params ReadOnlySpan<SqliteValue> arguments)
    {
        Prepared(sql).Execute(arguments);
        return SqliteNative.LastInsertRowId(_connection.Handle!.DangerousGetHandle());
    }

    /// <summary>Runs statements that take no arguments.</summary>
    public void Script(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The text is a constant of this project.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>All rows of a query.</summary>
    public List<T> All<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<SqliteValue> arguments)
    {
        var all = new List<T>();
        var query = Prepared(sql);
        try
        {
            query.Bind(arguments);
            while (query.Step()) all.Add(read(query.Row));
        }
        finally
        {
            query.Reset();
        }

        return all;
    }

    /// <summary>The rows of a query one by one, for a caller that stops when it has enough.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<SqliteRow, T> read, SqliteValue[] arguments)
    {
        var query = Prepared(sql);
        try
        {
            query.Bind(arguments);
            while (query.Step()) yield return read(query.Row);
        }
        finally
        {
            query.Reset();
        }
    }

    /// <summary>The first row of a query; default where there is none.</summary>
    public T? First<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<SqliteValue> arguments)
    {
        var query = Prepared(sql);
        try
        {
            query.Bind(arguments);
            return query.Step() ? read(query.Row) : default;
        }
        finally
        {
            query.Reset();
        }
    }

    /// <summary>The first column of the first row as a number; null where there is no row or no value.</summary>
    public long? Number(string sql, params ReadOnlySpan<SqliteValue> arguments) =>
        First(sql, static row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0), arguments);

    /// <summary>Runs the work as one transaction: all of it, or nothing when it throws.</summary>
    public void Transact(Action<SqliteSession> work)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            work(this);
            Execute("COMMIT");
        }
        catch
        {
            // A failed COMMIT may have ended the transaction already.
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0) Execute("ROLLBACK");
            throw;
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        foreach (var statement in _statements.Values) statement.Dispose();
        _connection.Dispose();
    }

    private SqliteStatement Prepared(string sql)
    {
        // What stands behind a statement is gone, and SQLite would not notice.
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_statements.TryGetValue(sql, out var known)) return known;
        var statement = new SqliteStatement(_connection.Handle!, sql, _failed);
        _statements.Add(sql, statement);
        return statement;
    }
}
