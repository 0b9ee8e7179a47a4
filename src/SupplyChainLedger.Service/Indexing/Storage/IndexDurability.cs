using Microsoft.Data.Sqlite;
using SQLitePCL;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>
/// Until it is complete, a new index waits for no disk: a killed process loses nothing by that, and what goes down with
/// the machine is read from the chain again. A mark beside the file, which is on the disk before the file is begun,
/// says in which start of the machine that was; in another one the file is not trusted. The mark goes when all of the
/// file has been brought to the disk.
/// </summary>
internal static class IndexDurability
{
    /// <summary>
    /// How a session writes to an index that outlives the machine's start: a commit is not synced, a checkpoint is,
    /// whose distance is given in pages.
    /// </summary>
    public const string Settings = "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 32768;";

    // While an index is made, the same pages are written again and again.
    private const string SettingsWhileMade = "PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 131072;";

    /// <summary>Whether the machine has gone down while the index was being made.</summary>
    /// <param name="path">The index.</param>
    /// <param name="machineStart">Names the present start of the machine; null where it is not known.</param>
    public static bool IsLost(string path, string? machineStart) =>
        BegunIn(path) is { } begun && begun != machineStart;

    /// <summary>Whether the index outlives the machine's start.</summary>
    public static bool IsReached(string path) => BegunIn(path) is null;

    /// <summary>Marks an index that is about to be begun.</summary>
    public static void Begin(string path, string machineStart)
    {
        using var mark = new SqliteSession(MarkOf(path), SqliteOpenMode.ReadWriteCreate);
        mark.Transact(writer =>
        {
            writer.Script("CREATE TABLE IF NOT EXISTS begun (machine_start TEXT NOT NULL) STRICT; DELETE FROM begun");
            writer.Execute("INSERT INTO begun VALUES (?1)", machineStart);
        });
    }

    /// <summary>Has a session wait for the disk no more than the file needs.</summary>
    public static void Adopt(SqliteSession writer, string path)
    {
        if (!IsReached(path)) writer.Script(SettingsWhileMade);
    }

    /// <summary>Brings all of the index to the disk.</summary>
    /// <returns>False when a reader was in the way.</returns>
    public static bool Reach(SqliteSession writer, string path)
    {
        writer.Script(Settings);
        // A checkpoint that has something to move syncs the file, with whatever was moved before.
        writer.Execute("UPDATE network SET complete = complete");
        var isMoved = writer.First(
            "PRAGMA wal_checkpoint(PASSIVE)", static row => row.GetInt64(1) == row.GetInt64(2));
        if (isMoved) Forget(path);
        return isMoved;
    }

    /// <summary>Deletes the mark.</summary>
    public static void Forget(string path) => CheckedVfs.Delete(MarkOf(path));

    private static string MarkOf(string path) => $"{path}.begun";

    /// <summary>
    /// Null where there is no mark; empty where it says nothing, which no start of a machine is named.
    /// </summary>
    private static string? BegunIn(string path)
    {
        try
        {
            using var mark = new SqliteSession(MarkOf(path), SqliteOpenMode.ReadWrite);
            return mark.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'begun'") == 1
                ? mark.First("SELECT machine_start FROM begun", static row => row.GetString(0)) ?? ""
                : "";
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == raw.SQLITE_CANTOPEN)
        {
            return null;
        }
        catch (SqliteException fault) when (IndexFile.IsDamage(fault))
        {
            return "";
        }
    }
}
