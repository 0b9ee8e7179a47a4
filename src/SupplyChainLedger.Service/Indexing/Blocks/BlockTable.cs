using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Blocks;

/// <summary>
/// The tables <c>block</c> (the indexed chain), <c>orphan</c> (what was taken back) and <c>finality</c>.
/// </summary>
internal static class BlockTable
{
    private const string Columns = "number, hash, timestamp";

    /// <summary>The newest indexed block; null in an empty index.</summary>
    public static BlockRef? Newest(SqliteSession session) =>
        session.First($"SELECT {Columns} FROM block ORDER BY number DESC LIMIT 1", Read);

    /// <summary>The block of a number; null when it is not indexed.</summary>
    public static BlockRef? Find(SqliteSession session, ulong number) =>
        session.First($"SELECT {Columns} FROM block WHERE number = ?1", Read, (long)number);

    /// <summary>The newest blocks up to a number, newest first.</summary>
    public static List<BlockRef> DownFrom(SqliteSession session, ulong number, int count) => session.All(
        $"SELECT {Columns} FROM block WHERE number <= ?1 ORDER BY number DESC LIMIT ?2",
        static row => Read(row)!.Value, (long)number, (long)count);

    public static void Insert(SqliteSession writer, BlockRef block, Hash32 parent) => writer.Execute(
        "INSERT INTO block VALUES (?1, ?2, ?3, ?4)",
        (long)block.Number, block.Hash.ToBytes(), parent.ToBytes(), (long)block.Timestamp);

    /// <summary>Takes all blocks from a number on off the chain, and remembers them.</summary>
    public static void OrphanFrom(SqliteSession writer, ulong first)
    {
        writer.Execute(
            "INSERT OR IGNORE INTO orphan SELECT hash, number, parent FROM block WHERE number >= ?1", (long)first);
        writer.Execute("DELETE FROM block WHERE number >= ?1", (long)first);
    }

    /// <summary>The block before a block that was taken back; null when the hash was never taken back.</summary>
    public static Hash32? ParentOfOrphan(SqliteSession session, Hash32 hash) => session.First(
        "SELECT parent FROM orphan WHERE hash = ?1", static row => (Hash32?)row.GetHash(0), hash.ToBytes());

    /// <summary>Hashes of blocks taken back that had this number.</summary>
    public static List<Hash32> OrphansAt(SqliteSession session, ulong number) => session.All(
        "SELECT hash FROM orphan WHERE number = ?1", static row => row.GetHash(0), (long)number);

    /// <summary>Number of the newest block that was called final; 0 when none was.</summary>
    public static ulong Final(SqliteSession session) => (ulong)(session.Number("SELECT block FROM finality") ?? 0);

    public static void SetFinal(SqliteSession writer, ulong number) =>
        writer.Execute("INSERT OR REPLACE INTO finality VALUES (1, ?1)", (long)number);

    private static BlockRef? Read(SqliteRow row) => new(row.GetUnsigned(0), row.GetHash(1), row.GetUnsigned(2));
}
