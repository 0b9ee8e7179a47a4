using SupplyChainLedger.Service.Indexing.Blocks;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing;

/// <summary>Reads how far the index is from the index itself.</summary>
internal static class IndexState
{
    /// <param name="session">Where to read.</param>
    /// <param name="chainHead">Number of the newest block that the node has shown; 0 when it has shown none.</param>
    /// <param name="rollbacks">How often the index has rolled back since the service started.</param>
    /// <param name="isComplete">Whether the file has everything that follows from its events.</param>
    public static IndexHead Read(SqliteSession session, ulong chainHead, ulong rollbacks, bool isComplete)
    {
        var newest = BlockTable.Newest(session) ?? default;
        return new IndexHead(newest, chainHead, BlockTable.Final(session), rollbacks, isComplete);
    }
}
