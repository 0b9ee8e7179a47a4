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

    /// <param name="writer">The open transaction.</param>
    /// <param name="holder">Whose share it is.</param>
    /// <param name="receivable">Key of where the receivable was opened.</param>
    /// <param name="amount">Minor units that it grows by; less than 0 where it shrinks.</param>
    public static void Add(SqliteSession writer, long holder, long receivable, long amount)
    {
        writer.Execute(AddSql, holder, receivable, amount);
        if (amount < 0) writer.Execute(ForgetNoneSql, holder, receivable);
    }

    public static void Delete(SqliteSession writer, LogPosition opened) =>
        writer.Execute("DELETE FROM share WHERE receivable = ?1", opened.Key);
}
