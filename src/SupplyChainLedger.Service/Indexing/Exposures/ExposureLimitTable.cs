using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Exposures;

/// <summary>The table <c>exposure_limit</c>: how much of an obligor a financier wants to hold.</summary>
internal static class ExposureLimitTable
{
    public static void Project(SqliteSession writer, LedgerEvent logged, LogPosition at)
    {
        if (logged is not ExposureLimitSet e) return;
        writer.Execute(
            "INSERT OR REPLACE INTO exposure_limit VALUES (?1, ?2, ?3, ?4, ?5)",
            (long)e.Financier.Value, (long)e.Obligor.Value, e.Currency, unchecked((long)e.Limit), at.Key);
    }

    public static void Delete(SqliteSession writer, ParticipantId financier) =>
        writer.Execute("DELETE FROM exposure_limit WHERE financier = ?1", (long)financier.Value);
}
