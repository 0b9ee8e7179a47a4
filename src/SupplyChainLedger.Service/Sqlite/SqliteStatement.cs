using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupplyChainLedger.Service.Sqlite;

/// <summary>
/// A prepared statement that changes rows, or of which no more is read than one number. Half of what the index and the
/// outbox do is to run a few of these again and again, and a command of the ADO.NET provider looks up every parameter
/// by its name each time.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    /// <exception cref="SqliteException">It cannot be compiled.</exception>
    public SqliteStatement(sqlite3 connection, string sql)
    {
        _connection = connection;
        Require(raw.sqlite3_prepare_v2(connection, sql, out _statement));
    }

    /// <summary>Runs it with the arguments in their order and returns the number of rows it changed.</summary>
    /// <exception cref="SqliteException">It failed; nothing of it was done.</exception>
    public int Execute(ReadOnlySpan<object?> arguments)
    {
        try
        {
            for (var i = 0; i < arguments.Length; i++) Bind(i + 1, arguments[i]);
            int result;
            do result = raw.sqlite3_step(_statement);
            while (result == raw.SQLITE_ROW);
            if (result != raw.SQLITE_DONE) Require(result);
            return raw.sqlite3_changes(_connection);
        }
        finally
        {
            // Repeats the error of the step, which has been told already.
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>
    /// Runs it to its end and returns the first column of its first row; null where there is no row or no value.
    /// </summary>
    /// <param name="arguments">In their order.</param>
    /// <param name="hasRow">Whether there is a row.</param>
    /// <exception cref="SqliteException">It failed; nothing of it was done.</exception>
    public long? Number(ReadOnlySpan<object?> arguments, out bool hasRow)
    {
        try
        {
            for (var i = 0; i < arguments.Length; i++) Bind(i + 1, arguments[i]);
            long? number = null;
            var result = raw.sqlite3_step(_statement);
            hasRow = result == raw.SQLITE_ROW;
            if (hasRow && raw.sqlite3_column_type(_statement, 0) != raw.SQLITE_NULL)
                number = raw.sqlite3_column_int64(_statement, 0);
            while (result == raw.SQLITE_ROW) result = raw.sqlite3_step(_statement);
            if (result != raw.SQLITE_DONE) Require(result);
            return number;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private void Bind(int index, object? argument) => Require(argument switch
    {
        null => raw.sqlite3_bind_null(_statement, index),
        long number => raw.sqlite3_bind_int64(_statement, index, number),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
        string text => raw.sqlite3_bind_text(_statement, index, text),
        _ => throw new ArgumentException($"{argument.GetType().Name} is no type of a column.", nameof(argument)),
    });

    private void Require(int result) => SqliteException.ThrowExceptionForRC(result, _connection);
}
