using System.Runtime.InteropServices;
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
    private readonly Dictionary<string, SqliteCommand> _queries = [];
    private readonly Dictionary<string, SqliteStatement> _statements = [];

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

    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteSession(string path, SqliteOpenMode mode)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 30,
        }.ToString());
        _connection.Open();
        raw.sqlite3_busy_timeout(_connection.Handle, BusyTimeoutMs);
        // A plan does not depend on what is bound; otherwise some statements are compiled anew at each execution.
        raw.sqlite3_db_config(_connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        // What a statement has to remember for its own undoing is small.
        Script("PRAGMA temp_store = MEMORY");
    }

    /// <summary>Runs one statement and returns the number of rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments) => Statement(sql).Execute(arguments);

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
    public List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> arguments)
    {
        using var rows = Bind(sql, arguments).ExecuteReader();
        var all = new List<T>();
        while (rows.Read()) all.Add(read(rows));
        return all;
    }

    /// <summary>The rows of a query one by one, for a caller that stops when it has enough.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<SqliteDataReader, T> read, object?[] arguments)
    {
        using var rows = Bind(sql, arguments).ExecuteReader();
        while (rows.Read()) yield return read(rows);
    }

    /// <summary>The first row of a query; default where there is none.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> arguments)
    {
        using var rows = Bind(sql, arguments).ExecuteReader();
        return rows.Read() ? read(rows) : default;
    }

    /// <summary>The same of a query that seldom has a row: where it has none, no reader is made for it.</summary>
    public T? Rare<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> arguments)
    {
        Statement(sql).Number(arguments, out var hasRow);
        return hasRow ? First(sql, read, arguments) : default;
    }

    /// <summary>The first column of the first row as a number; null where there is no row or no value.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> arguments) =>
        Statement(sql).Number(arguments, out _);

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
        foreach (var statement in _statements.Values) statement.Dispose();
        foreach (var command in _queries.Values) command.Dispose();
        _connection.Dispose();
    }

    private SqliteStatement Statement(string sql)
    {
        ref var statement = ref CollectionsMarshal.GetValueRefOrAddDefault(_statements, sql, out _);
        return statement ??= new SqliteStatement(_connection.Handle!, sql);
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> arguments)
    {
        ref var command = ref CollectionsMarshal.GetValueRefOrAddDefault(_queries, sql, out _);
        command ??= Prepare(sql, arguments.Length);
        for (var i = 0; i < arguments.Length; i++) command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        return command;
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The text is a constant of this project; values are bound.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
        // Left to the first execution, a statement is kept only once it has been read to its end.
        command.Prepare();
        return command;
    }
}
