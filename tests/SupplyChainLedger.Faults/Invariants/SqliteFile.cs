using Microsoft.Data.Sqlite;

namespace SupplyChainLedger.Faults.Invariants;

/// <summary>A database of the service, read beside it.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly SqliteConnection _connection;

    private SqliteFile(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens it.</summary>
    public static SqliteFile Open(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString());
        connection.Open();
        return new SqliteFile(connection);
    }

    /// <summary>What SQLite finds wrong in it; null when nothing is.</summary>
    public static string? Damage(string path)
    {
        using var file = Open(path);
        var findings = file.Rows("PRAGMA integrity_check(1)", static row => row.GetString(0));
        return findings is ["ok"] ? null : $"{Path.GetFileName(path)}: {string.Join("; ", findings)}";
    }

    /// <summary>All rows of a query.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = Command(sql);
        using var rows = command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read()) all.Add(read(rows));
        return all;
    }

    /// <summary>Runs a statement.</summary>
    public void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The text is a constant of this project, or made of names from the file itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
