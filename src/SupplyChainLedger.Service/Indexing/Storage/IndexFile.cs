using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>
/// Opens <c>index.db</c> for writing. The index is a cache: a damaged file is set aside, one of another schema deleted,
/// and both are begun anew; only a file of another network is refused, since it means a wrong configuration.
/// </summary>
internal static class IndexFile
{
    /// <summary>
    /// The largest file in bytes that is looked through for damage before it is used, which takes a tenth of a second.
    /// A larger one is looked through while it serves (<see cref="IndexInspection"/>).
    /// </summary>
    public const long InspectedAtOnce = 64 * 1024 * 1024;

    private const int PageKeyBytes = 32;

    // Of the header of a database file (sqlite.org/fileformat.html, 1.3).
    private const int UserVersionAt = 60;
    private const int ApplicationIdAt = 68;

    /// <summary>
    /// A commit is not synced, since what a power cut takes is read from the chain again; nor is a checkpoint, before
    /// the index is complete (<see cref="IndexDurability"/>). The cache (KiB) and the distance of checkpoints are sized
    /// for catching up, where every block writes all over the indexes.
    /// </summary>
    private const string Settings =
        $"""
        PRAGMA journal_mode = WAL;
        {IndexDurability.Settings}
        PRAGMA cache_size = -65536;
        PRAGMA journal_size_limit = 268435456;
        """;

    private enum Condition
    {
        Empty,
        Usable,
        OtherSchema,
        Damaged,
    }

    /// <summary>Whether to look the file through before it is used: it is small, or was found damaged.</summary>
    public static bool MustBeInspected(string path, long inspectedAtOnce) =>
        !File.Exists(path) || new FileInfo(path).Length <= inspectedAtOnce || File.Exists(MarkOf(path));

    /// <summary>Has the next start look the file through, whatever its size.</summary>
    public static void MarkDamaged(string path) => File.WriteAllText(MarkOf(path), "");

    /// <summary>Whether what SQLite says means that the file is damaged.</summary>
    public static bool IsDamage(SqliteException fault) =>
        fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT;

    /// <param name="path">The file.</param>
    /// <param name="network">The network that it must be of.</param>
    /// <param name="machineStart">Names the present start of the machine; null where it is not known.</param>
    /// <param name="inspect">Whether to look it through for damage.</param>
    /// <param name="log">Where to say what was found.</param>
    /// <exception cref="StartupFault">The file belongs to another network, or cannot be opened.</exception>
    /// <exception cref="SqliteException">It is damaged, which was not looked for.</exception>
    public static SqliteSession OpenForWriting(
        string path, LedgerNetwork network, string? machineStart, bool inspect, ILogger log)
    {
        try
        {
            if (IndexDurability.IsLost(path, machineStart))
            {
                log.LostWithMachine(path);
                Delete(path);
            }

            var session = Examine(path, inspect, out var condition, out var finding);
            if (condition is Condition.OtherSchema or Condition.Damaged)
            {
                session?.Dispose();
                Clear(path, condition, finding, log);
                session = Examine(path, inspect: true, out condition, out finding);
            }

            Prepare(session!, condition, path, network, machineStart);
            return session!;
        }
        catch (Exception fault) when ((fault is SqliteException sqlite && (inspect || !IsDamage(sqlite)))
            || fault is IOException or UnauthorizedAccessException)
        {
            throw new StartupFault(
                $"The index {path} cannot be opened: {fault.Message} Check the folder's permissions and free space.",
                fault);
        }
    }

    /// <summary>The key that page tokens are authenticated with. It lives and dies with the file.</summary>
    public static byte[] PageKey(SqliteSession session) =>
        session.First("SELECT page_key FROM network", static row => row.GetBytes(0))!;

    private static string MarkOf(string path) => $"{path}.suspect";

    private static void Prepare(
        SqliteSession session, Condition condition, string path, LedgerNetwork network, string? machineStart)
    {
        try
        {
            if (condition == Condition.Empty) Begin(session, path, network, machineStart);
            RequireNetwork(session, path, network);
            IndexDurability.Adopt(session, path);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static SqliteSession? Examine(string path, bool inspect, out Condition condition, out string finding)
    {
        SqliteSession? session = null;
        finding = "";
        if (SchemaInHeader(path) is { } schema and not IndexSchema.Version)
        {
            (condition, finding) = (Condition.OtherSchema, $"{schema}");
            return null;
        }

        try
        {
            session = new SqliteSession(path, SqliteOpenMode.ReadWriteCreate, CheckedVfs.Name);
            session.Script(Settings);
            var check = inspect ? session.First("PRAGMA quick_check(1)", static row => row.GetString(0)) : "ok";
            if (check != "ok") (condition, finding) = (Condition.Damaged, check ?? "nothing could be read");
            else condition = Identify(session, out finding);
            if (inspect && condition == Condition.Usable && File.Exists(MarkOf(path))) File.Delete(MarkOf(path));
            return session;
        }
        catch (SqliteException fault) when (IsDamage(fault))
        {
            (condition, finding) = (Condition.Damaged, fault.Message);
            return session;
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The schema's version as the header of a database of ours names it; null where there is none. Pages of earlier
    /// ones have no checksums, so that SQLite could not read it.
    /// </summary>
    private static long? SchemaInHeader(string path)
    {
        if (!File.Exists(path)) return null;
        Span<byte> header = stackalloc byte[100];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length
            && BinaryPrimitives.ReadUInt32BigEndian(header[ApplicationIdAt..]) == IndexSchema.ApplicationId
            ? BinaryPrimitives.ReadUInt32BigEndian(header[UserVersionAt..])
            : null;
    }

    private static Condition Identify(SqliteSession session, out string finding)
    {
        var application = session.Number("PRAGMA application_id");
        var version = session.Number("PRAGMA user_version");
        finding = "";
        if (application == IndexSchema.ApplicationId && version == IndexSchema.Version) return Condition.Usable;
        if (session.Number("SELECT count(*) FROM sqlite_schema") == 0) return Condition.Empty;
        finding = application == IndexSchema.ApplicationId ? $"{version}" : "it is a database of another program";
        return application == IndexSchema.ApplicationId ? Condition.OtherSchema : Condition.Damaged;
    }

    private static void Begin(
        SqliteSession session, string path, LedgerNetwork network, string? machineStart)
    {
        if (machineStart is null) IndexDurability.Forget(path);
        else IndexDurability.Begin(path, machineStart);
        session.Transact(writer => Create(writer, network));
    }

    private static void Create(SqliteSession writer, LedgerNetwork network)
    {
        writer.Script(IndexSchema.Create);
        writer.Script($"""
            PRAGMA application_id = {IndexSchema.ApplicationId};
            PRAGMA user_version = {IndexSchema.Version};
            """);
        writer.Execute(
            "INSERT INTO network VALUES (1, ?1, ?2, ?3, ?4, ?5, 0)",
            (long)network.ChainId, network.Ledger.ToBytes(), network.Participants.ToBytes(),
            (long)network.DeploymentBlock, RandomNumberGenerator.GetBytes(PageKeyBytes));
    }

    private static void RequireNetwork(SqliteSession session, string path, LedgerNetwork network)
    {
        var found = session.First(
            "SELECT chain_id, ledger, participants, deployment_block FROM network",
            static row => (
                ChainId: row.GetUnsigned(0), Ledger: row.GetAddress(1), Participants: row.GetAddress(2),
                DeploymentBlock: row.GetUnsigned(3)));
        if (found == (network.ChainId, network.Ledger, network.Participants, network.DeploymentBlock)) return;
        throw new StartupFault(
            $"The index {path} is of another network (chain {found.ChainId}, ledger {found.Ledger}, participants "
            + $"{found.Participants}, from block {found.DeploymentBlock}), not of chain {network.ChainId}, ledger "
            + $"{network.Ledger}, participants {network.Participants}, from block {network.DeploymentBlock}. "
            + "Correct the configuration, use another data folder, or delete the file: it is rebuilt from the chain.");
    }

    private static void Clear(string path, Condition condition, string finding, ILogger log)
    {
        if (condition == Condition.OtherSchema)
        {
            log.SchemaChanged(path, finding, IndexSchema.Version);
        }
        else
        {
            var aside = $"{path}.damaged";
            log.FileDamaged(path, finding, aside);
            File.Move(path, aside, overwrite: true);
        }

        Delete(path);
        File.Delete(MarkOf(path));
    }

    private static void Delete(string path)
    {
        CheckedVfs.Delete(path);
        CheckedVfs.Delete($"{path}-wal");
        CheckedVfs.Delete($"{path}-shm");
    }
}
