using Microsoft.Data.Sqlite;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>The file <c>outbox.db</c>: one writing connection and any number of reading ones.</summary>
internal sealed class OutboxDatabase : IDisposable
{
    // An acknowledgement is a promise: in WAL mode only FULL syncs the log at every commit. The same pages change with
    // every commit, so they are kept at hand, and copied out of the log seldom.
    private const string Settings = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA cache_size = -65536;
        PRAGMA wal_autocheckpoint = 32768;
        PRAGMA journal_size_limit = 268435456;
        """;

    private readonly SqliteReaders _readers;

    private OutboxDatabase(string path)
    {
        Path = path;
        _readers = new SqliteReaders(path);
        Writer = new SqliteSession(path, SqliteOpenMode.ReadWriteCreate);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The data folder that holds it.</summary>
    public string? Folder => System.IO.Path.GetDirectoryName(Path);

    /// <summary>The only connection that writes.</summary>
    public SqliteSession Writer { get; }

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
    public T Read<T>(Func<SqliteSession, T> query)
    {
        var reader = _readers.Take();
        try
        {
            return query(reader);
        }
        finally
        {
            _readers.Return(reader);
        }
    }

    public void Dispose()
    {
        _readers.Dispose();
        Writer.Dispose();
    }

    private void Prepare(ulong chainId, Address ledger)
    {
        Writer.Script(Settings);

        var version = Writer.Number("PRAGMA user_version");
        if (version == 0) Create(chainId, ledger);
        else if (version != OutboxSchema.Version)
        {
            throw new StartupFault(
                $"The outbox {Path} has version {version} and this service writes version {OutboxSchema.Version}. "
                + "Use the service that wrote it until it is empty.");
        }

        var same = Writer.Number(
            "SELECT COUNT(*) FROM network WHERE chain_id = ?1 AND ledger = ?2", (long)chainId, ledger.ToBytes());
        if (same == 1) return;
        throw new StartupFault(
            $"The outbox {Path} belongs to another network than chain {chainId} with the ledger {ledger}. "
            + $"Configure that network again, or delete the folder {Folder} to start anew.");
    }

    private void Create(ulong chainId, Address ledger) => Writer.Transact(writer =>
    {
        writer.Script(OutboxSchema.Tables);
        writer.Execute(
            "INSERT INTO network (id, chain_id, ledger) VALUES (1, ?1, ?2)", (long)chainId, ledger.ToBytes());
        writer.Script($"PRAGMA user_version = {OutboxSchema.Version}");
    });
}
