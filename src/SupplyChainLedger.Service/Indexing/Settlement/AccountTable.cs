using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Settlement;

/// <summary>The table <c>account</c>: every account that a participant has ever named for a currency.</summary>
internal static class AccountTable
{
    private const string ValidSql = """
        SELECT a.account, a.at FROM account a JOIN block b ON b.number = a.at >> 24
        WHERE a.participant = ?1 AND a.currency = ?2 AND b.timestamp <= ?3
        ORDER BY a.at DESC LIMIT 1
        """;

    /// <summary>Where a participant wanted to be paid at a moment; null where it had never said.</summary>
    /// <param name="session">Where to read.</param>
    /// <param name="participant">Who is to be paid.</param>
    /// <param name="currency">Three letters.</param>
    /// <param name="time">Unix seconds.</param>
    public static NamedAccount? Valid(
        SqliteSession session, ParticipantId participant, string currency, ulong time) => session.First(
        ValidSql, static row => new NamedAccount(row.GetString(0), row.GetPosition(1)),
        (long)participant.Value, currency, (long)Math.Min(time, long.MaxValue));

    public static void Project(SqliteSession writer, LedgerEvent logged, LogPosition at)
    {
        if (logged is not AccountSet e) return;
        writer.Execute(
            "INSERT INTO account VALUES (?1, ?2, ?3, ?4)", (long)e.Participant.Value, e.Currency, at.Key, e.Account);
    }

    public static void Delete(SqliteSession writer, ParticipantId participant) =>
        writer.Execute("DELETE FROM account WHERE participant = ?1", (long)participant.Value);
}

/// <summary>An account that a participant has named.</summary>
/// <param name="Account">What the payer's bank needs, such as an IBAN.</param>
/// <param name="Named">Where it was named.</param>
internal sealed record NamedAccount(string Account, LogPosition Named);
