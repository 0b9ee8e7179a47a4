using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Indexing.Similarity;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Storage;

/// <summary>
/// Makes what a file is begun without: the secondary indexes for lists, and the fingerprints. Each is sorted as a whole
/// and written from its one end to the other. What was made stays, so that a completion which was cut off goes on.
/// </summary>
internal static class IndexCompletion
{
    /// <summary>Whether there is nothing left to make.</summary>
    public static bool IsDone(SqliteSession session) => session.Number("SELECT complete FROM network") == 1;

    /// <param name="writer">The index; no transaction is open.</param>
    /// <param name="key">The network's key.</param>
    /// <param name="made">Fingerprints that are made already.</param>
    /// <param name="cancellation">Leaves the rest for another time.</param>
    public static void Run(
        SqliteSession writer, FingerprintKey key, FingerprintBacklog made, CancellationToken cancellation)
    {
        // Begun first: they are made while this thread makes the indexes.
        var fingerprints = new FingerprintRebuild(writer, key, made);
        MakeIndexes(writer, cancellation);
        writer.Transact(session =>
        {
            fingerprints.Write(session, cancellation);
            session.Execute("UPDATE network SET complete = 1");
        });
    }

    private static void MakeIndexes(SqliteSession writer, CancellationToken cancellation)
    {
        // What is sorted may be larger than memory.
        writer.Script("PRAGMA temp_store = FILE");
        try
        {
            foreach (var index in IndexSchema.Lists)
            {
                cancellation.ThrowIfCancellationRequested();
                writer.Script($"CREATE INDEX IF NOT EXISTS {index}");
            }
        }
        finally
        {
            writer.Script("PRAGMA temp_store = MEMORY");
        }
    }
}
