using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Participants;

/// <summary>The table <c>threshold</c>: the amounts above which two keys of a participant must sign.</summary>
internal static class ThresholdTable
{
    private const string OfSql =
        "SELECT currency, amount, changed FROM threshold WHERE participant = ?1 ORDER BY currency";

    /// <summary>A participant's thresholds, by currency; one of 0 means that one key is enough.</summary>
    public static List<Threshold> Of(SqliteSession session, ParticipantId participant) => session.All(
        OfSql,
        static row => new Threshold(row.GetString(0), row.GetUnsigned(1), row.GetPosition(2)),
        (long)participant.Value);

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

/// <summary>Above how much two keys of a participant must sign.</summary>
/// <param name="Currency">Three letters.</param>
/// <param name="Amount">Minor units; 0 where one key is enough.</param>
/// <param name="Changed">Where it was set.</param>
internal readonly record struct Threshold(string Currency, ulong Amount, LogPosition Changed);
