using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>The file <c>outbox.db</c>: one writing connection and any number of reading ones.</summary>
internal sealed class OutboxDatabase : IDisposable
{
    private const int LockTimeoutSeconds = 30;

    private readonly ConcurrentBag<Statements> _idleReaders = [];
    private readonly string _path;

    private OutboxDatabase(string path)
    {
        _path = path;
        Writer = new Statements(Connect(SqliteOpenMode.ReadWriteCreate));
    }

    /// <summary>The only connection that writes.</summary>
    public Statements Writer { get; }

    /// <summary>Opens or creates the outbox of one ledger on one chain, in a folder that this process owns.</summary>
    /// <exception cref="StartupFault">
    /// It belongs to another ledger, another version wrote it, or the disk refuses.
    /// </exception>
    public static OutboxDatabase Open(string path, ulong chainId, Address ledger)
    {
        OutboxDatabase? database = null;
        try
        {
            database = new OutboxDatabase(path);
            database.Prepare(chainId, ledger);
            return database;
        }
        catch (SqliteException cause)
        {
            database?.Dispose();
            throw new StartupFault(
                $"The outbox {path} cannot be opened: {cause.Message} Check the folder's disk and permissions.", cause);
        }
        catch (StartupFault)
        {
            database?.Dispose();
            throw;
        }
    }

    /// <summary>Reads what is committed, beside the writer.</summary>
    public T Read<T>(Func<Statements, T> query)
    {
        if (!_idleReaders.TryTake(out var reader)) reader = new Statements(Connect(SqliteOpenMode.ReadOnly));
        try
        {
            return query(reader);
        }
        finally
        {
            _idleReaders.Add(reader);
        }
    }

    /// <summary>Ties the outbox to one chain by the hash of the ledger's first block, at the first call for ever.</summary>
    /// <exception cref="StartupFault">It belongs to a chain with another history.</exception>
    public void TieToChain(Hash32 firstBlock)
    {
        Writer.Execute("UPDATE network SET first_block = $1 WHERE first_block IS NULL", firstBlock.ToBytes());
        if (Writer.Number("SELECT COUNT(*) FROM network WHERE first_block = $1", firstBlock.ToBytes()) == 1) return;
        throw new StartupFault(
            $"The outbox {_path} belongs to a chain that is gone: the block that holds the ledger was another one. "
            + $"Delete the folder {Path.GetDirectoryName(_path)} to start anew, or connect to that chain.");
    }

    public void Dispose()
    {
        while (_idleReaders.TryTake(out var reader)) reader.Dispose();
        Writer.Dispose();
    }

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = LockTimeoutSeconds,
        }.ToString());
        connection.Open();
        return connection;
    }

    private void Prepare(ulong chainId, Address ledger)
    {
        // An acknowledgement is a promise: in WAL mode only FULL syncs the log at every commit.
        Writer.Execute("PRAGMA journal_mode = WAL");
        Writer.Execute("PRAGMA synchronous = FULL");
        Writer.Execute("PRAGMA foreign_keys = ON");

        var version = Writer.Number("PRAGMA user_version");
        if (version == 0) Create(chainId, ledger);
        else if (version != OutboxSchema.Version)
        {
            throw new StartupFault(
                $"The outbox {_path} has version {version} and this service writes version {OutboxSchema.Version}. "
                + "Use the service that wrote it until it is empty.");
        }

        var same = Writer.Number(
            "SELECT COUNT(*) FROM network WHERE chain_id = $1 AND ledger = $2", (long)chainId, ledger.ToBytes());
        if (same == 1) return;
        throw new StartupFault(
            $"The outbox {_path} belongs to another network than chain {chainId} with the ledger {ledger}. "
            + $"Configure that network again, or delete the folder {Path.GetDirectoryName(_path)} to start anew.");
    }

    private void Create(ulong chainId, Address ledger)
    {
        Writer.Execute("BEGIN IMMEDIATE");
        Writer.Execute(OutboxSchema.Tables);
        Writer.Execute(
            "INSERT INTO network (id, chain_id, ledger) VALUES (1, $1, $2)", (long)chainId, ledger.ToBytes());
        Writer.Execute($"PRAGMA user_version = {OutboxSchema.Version}");
        Writer.Execute("COMMIT");
    }
}
