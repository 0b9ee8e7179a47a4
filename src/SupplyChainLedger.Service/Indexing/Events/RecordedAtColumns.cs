using Microsoft.Data.Sqlite;
using SupplyChainLedger.Service.Indexing.Storage;

namespace SupplyChainLedger.Service.Indexing.Events;

/// <summary>Where an event was recorded, read from the tables <c>event</c> as <c>e</c> and <c>block</c> as <c>b</c>.</summary>
internal static class RecordedAtColumns
{
    public const string Of = "e.at, e.transaction_hash, b.hash, b.timestamp";

    /// <summary>How many they are.</summary>
    public const int Count = 4;

    /// <param name="row">The row.</param>
    /// <param name="first">Where the columns begin in it.</param>
    public static RecordedAt Read(SqliteDataReader row, int first)
    {
        var at = row.GetPosition(first);
        var block = new BlockRef(at.Block, row.GetHash(first + 2), row.GetUnsigned(first + 3));
        return new RecordedAt(block, row.GetHash(first + 1), at.LogIndex);
    }
}
