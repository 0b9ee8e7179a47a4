using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Holdings;

/// <summary>Reads the columns reason, evidence and position of a contest.</summary>
internal static class ContestColumns
{
    /// <param name="row">The row.</param>
    /// <param name="first">Where the three columns begin in it.</param>
    public static Contest? GetContest(this SqliteRow row, int first) => row.IsDBNull(first)
        ? null
        : new Contest(row.GetString(first), row.GetHash(first + 1), row.GetPosition(first + 2));
}
