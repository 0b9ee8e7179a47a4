using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupplyChainLedger.Service.Sqlite;

/// <summary>
/// A prepared statement. What the index and the outbox do is to run a few of these again and again, and a command of the
/// ADO.NET provider looks up every parameter by its name each time.
/// </summary>
internal sealed unsafe class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly Action<SqliteException>? _failed;
    private nint _statement;
    private byte* _memory;
    private int _capacity;

    /// <param name="connection">The connection, which outlives it.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="failed">Told of each failure.</param>
    /// <exception cref="SqliteException">It cannot be compiled.</exception>
    public SqliteStatement(sqlite3 connection, string sql, Action<SqliteException>? failed)
    {
        _connection = connection;
        _failed = failed;
        var text = Encoding.UTF8.GetBytes(sql);
        nint statement;
        fixed (byte* start = text)
        {
            Require(SqliteNative.Prepare(
                connection.DangerousGetHandle(), start, text.Length, SqliteNative.Persistent, &statement, null));
        }

        _statement = statement;
        Row = new SqliteRow(statement);
    }

    /// <summary>The row on which it stands after a step.</summary>
    public SqliteRow Row { get; }

    /// <summary>Runs it with the arguments in their order and returns the number of rows it changed.</summary>
    /// <exception cref="SqliteException">It failed; nothing of it was done.</exception>
    public int Execute(ReadOnlySpan<SqliteValue> arguments)
    {
        try
        {
            Bind(arguments);
            while (Step())
            {
            }

            return SqliteNative.Changes(_connection.DangerousGetHandle());
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Gives it its arguments.</summary>
    public void Bind(ReadOnlySpan<SqliteValue> arguments)
    {
        Provide(arguments);
        var free = _memory;
        for (var i = 0; i < arguments.Length; i++) Require(Bind(i + 1, arguments[i], ref free));
    }

    /// <summary>Goes to the next row; false where there is none.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public bool Step()
    {
        var result = SqliteNative.Step(_statement);
        if (result == SqliteNative.Row) return true;
        if (result != SqliteNative.Done) Require(result);
        return false;
    }

    /// <summary>Has it forget where it stands.</summary>
    public void Reset()
    {
        // Repeats the error of the step, which has been told already.
        _ = SqliteNative.Reset(_statement);
    }

    public void Dispose()
    {
        // SQLite takes no statement for one that does nothing.
        _ = SqliteNative.FinalizeStatement(_statement);
        _statement = 0;
        NativeMemory.Free(_memory);
        _memory = null;
        _capacity = 0;
    }

    /// <summary>Texts and bytes stand in memory of the statement's own, so that SQLite need not copy them.</summary>
    private void Provide(ReadOnlySpan<SqliteValue> arguments)
    {
        var needed = 1;
        foreach (var argument in arguments)
        {
            needed += argument.Kind switch
            {
                SqliteKind.Bytes => ((byte[])argument.Content!).Length,
                SqliteKind.Text => Encoding.UTF8.GetMaxByteCount(((string)argument.Content!).Length),
                _ => 0,
            };
        }

        if (needed <= _capacity) return;
        NativeMemory.Free(_memory);
        _memory = (byte*)NativeMemory.Alloc((nuint)needed);
        _capacity = needed;
    }

    private int Bind(int index, SqliteValue argument, ref byte* free)
    {
        switch (argument.Kind)
        {
            case SqliteKind.Null:
                return SqliteNative.BindNull(_statement, index);
            case SqliteKind.Bytes:
                var bytes = (byte[])argument.Content!;
                var at = free;
                bytes.CopyTo(new Span<byte>(at, bytes.Length));
                free += bytes.Length;
                return SqliteNative.BindBlob(_statement, index, at, bytes.Length);
            case SqliteKind.Text:
                var text = (string)argument.Content!;
                var start = free;
                var count = Encoding.UTF8.GetBytes(text, new Span<byte>(start, _capacity - (int)(start - _memory)));
                free += count;
                return SqliteNative.BindText(_statement, index, start, count);
            default:
                return SqliteNative.BindInt64(_statement, index, argument.Number);
        }
    }

    private void Require(int result)
    {
        if (result == SqliteNative.Ok) return;
        try
        {
            SqliteException.ThrowExceptionForRC(result, _connection);
        }
        catch (SqliteException fault)
        {
            _failed?.Invoke(fault);
            throw;
        }
    }
}
