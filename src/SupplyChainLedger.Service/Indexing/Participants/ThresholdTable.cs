using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Participants;

/// <summary>The table <c>threshold</c>: the amounts above which two keys of a participant must sign.</summary>
internal static class ThresholdTable
{
    public static void Project(SqliteSession writer, LedgerEvent logged, LogPosition at)
    {
        if (logged is not ThresholdSet e) return;
        writer.Execute(
            "INSERT OR REPLACE INTO threshold VALUES (?1, ?2, ?3, ?4)",
            (long)e.Participant.Value, e.Currency, unchecked((long)e.Threshold), at.Key);
    }

    public static void Delete(SqliteSession writer, ParticipantId participant) =>
        writer.Execute("DELETE FROM threshold WHERE participant = ?1", (long)participant.Value);
}
