using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Receivables;

/// <summary>The table <c>share</c>: what each holder has of a receivable, over all of its holdings.</summary>
internal static class ShareTable
{
    private const string AddSql = """
        INSERT INTO share VALUES (?1, ?2, ?3)
        ON CONFLICT (holder, receivable) DO UPDATE SET amount = amount + excluded.amount
        """;

    private const string ForgetNoneSql = "DELETE FROM share WHERE holder = ?1 AND receivable = ?2 AND amount = 0";

    /// <summary>Moves what a holding counts for from how it was to how it is.</summary>
    public static void Move(SqliteSession writer, LogPosition opened, IndexedHoldingChange change)
    {
        if (change.Before is { } before) Add(writer, opened, before.Record.Holder, -(long)before.Record.Amount);
        Add(writer, opened, change.After.Record.Holder, (long)change.After.Record.Amount);
    }

    public static void Delete(SqliteSession writer, LogPosition opened) =>
        writer.Execute("DELETE FROM share WHERE receivable = ?1", opened.Key);

    private static void Add(SqliteSession writer, LogPosition opened, ParticipantId holder, long amount)
    {
        if (amount == 0) return;
        writer.Execute(AddSql, (long)holder.Value, opened.Key, amount);
        if (amount < 0) writer.Execute(ForgetNoneSql, (long)holder.Value, opened.Key);
    }
}
