using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Receivables;

/// <summary>The table <c>receivable</c>: one row a receivable, as its events have made it.</summary>
internal static class ReceivableTable
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        "opened, id, supplier, obligor, currency, due_day, rule_version, irrevocable, defences_waived, confirmed, "
        + "outstanding, paid, credited, written_off, recovered, cancelled, changed";

    private const string OpenedSql = $"SELECT {Columns} FROM receivable WHERE opened = ?1";

    private static readonly string FindSql =
        $"SELECT {Columns} FROM receivable WHERE opened = ({InvoiceTable.OpenedOf("?1")})";

    private const string SaveSql = $"""
        INSERT INTO receivable ({Columns})
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        ON CONFLICT (opened) DO UPDATE SET outstanding = excluded.outstanding, paid = excluded.paid,
            credited = excluded.credited, written_off = excluded.written_off, recovered = excluded.recovered,
            cancelled = excluded.cancelled, changed = excluded.changed
        """;

    public static ReceivableRecord? Find(SqliteSession session, InvoiceId id) =>
        session.First(FindSql, Read, id.Value.ToBytes());

    /// <summary>The receivable that was opened there; null where none was.</summary>
    public static ReceivableRecord? Find(SqliteSession session, LogPosition? opened) =>
        session.First(OpenedSql, Read, opened?.Key);

    /// <returns>The receivable after the event.</returns>
    public static ReceivableRecord Project(SqliteSession writer, ReceivableEvent logged)
    {
        var before = logged.Opens ? null : Find(writer, logged.Invoice.Opened);
        var receivable = ReceivableFold.Apply(before, logged);
        Save(writer, receivable);
        return receivable;
    }

    public static void Delete(SqliteSession writer, LogPosition opened) =>
        writer.Execute("DELETE FROM receivable WHERE opened = ?1", opened.Key);

    public static ReceivableRecord Read(SqliteRow row) => new(
        row.GetInvoice(1),
        row.GetParticipant(2),
        row.GetParticipant(3),
        row.GetString(4),
        row.GetDay(5),
        (ushort)row.GetInt64(6),
        row.GetFlag(7),
        row.GetFlag(8),
        row.GetUnsigned(9),
        row.GetUnsigned(10),
        row.GetUnsigned(11),
        row.GetUnsigned(12),
        row.GetUnsigned(13),
        row.GetUnsigned(14),
        row.GetUnsigned(15),
        row.GetPosition(0),
        row.GetPosition(16));

    private static void Save(SqliteSession writer, ReceivableRecord receivable) => writer.Execute(
        SaveSql,
        receivable.Opened.Key, receivable.Id.Value.ToBytes(), (long)receivable.Supplier.Value,
        (long)receivable.Obligor.Value, receivable.Currency, (long)receivable.DueDate.Value,
        (long)receivable.RuleVersion, receivable.Irrevocable ? 1L : 0L, receivable.DefencesWaived ? 1L : 0L,
        checked((long)receivable.Confirmed), (long)receivable.Outstanding, (long)receivable.Paid,
        (long)receivable.Credited, (long)receivable.WrittenOff, checked((long)receivable.Recovered),
        (long)receivable.Cancelled, receivable.Changed.Key);
}
