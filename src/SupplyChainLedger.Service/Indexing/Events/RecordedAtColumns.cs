using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Events;

/// <summary>Where an event was recorded, read from the tables <c>event</c> and <c>block</c>.</summary>
internal static class RecordedAtColumns
{
    /// <summary>How many they are.</summary>
    public const int Count = 4;

    /// <param name="e">Name of the table <c>event</c> in the query.</param>
    /// <param name="b">Name of the table <c>block</c>.</param>
    public static string Of(string e, string b) => $"{e}.at, {e}.transaction_hash, {b}.hash, {b}.timestamp";

    /// <param name="row">The row.</param>
    /// <param name="first">Where the columns begin in it.</param>
    public static RecordedAt Read(SqliteRow row, int first)
    {
        var at = row.GetPosition(first);
        var block = new BlockRef(at.Block, row.GetHash(first + 2), row.GetUnsigned(first + 3));
        return new RecordedAt(block, row.GetHash(first + 1), at.LogIndex);
    }
}
