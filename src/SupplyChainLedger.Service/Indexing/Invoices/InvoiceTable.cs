using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Invoices;

/// <summary>The table <c>invoice</c>: one row an invoice, as its events have made it.</summary>
internal static class InvoiceTable
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order, of a table named <c>i</c>.</summary>
    public const string Columns =
        "i.id, i.supplier, i.buyer, i.number, i.type_code, i.issue_day, i.due_day, i.currency, i.amount, "
        + "i.document_hash, i.submitted, i.submission_intent, i.state, i.confirmed, i.opened, i.rejection_reason, "
        + "i.changed, i.change_intent";

    /// <summary>How many <see cref="Columns"/> are.</summary>
    public const int ColumnCount = 18;

    private static readonly string FindSql = $"SELECT {Columns} FROM invoice i WHERE {HashColumn.Is("i.id", "?1")}";

    private const string FindSubmittedSql = $"SELECT {Columns} FROM invoice i WHERE i.submitted = ?1";

    private const string SaveSql = """
        INSERT INTO invoice (id, supplier, buyer, number, type_code, issue_day, due_day, currency, amount,
            document_hash, submitted, submission_intent, state, confirmed, opened, rejection_reason, changed,
            change_intent)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
        ON CONFLICT (submitted) DO UPDATE SET state = excluded.state, confirmed = excluded.confirmed,
            opened = excluded.opened, rejection_reason = excluded.rejection_reason, changed = excluded.changed,
            change_intent = excluded.change_intent
        """;

    /// <summary>Selects the key of the submission of the invoice whose id is the argument.</summary>
    public static string KeyOf(string argument) =>
        $"SELECT submitted FROM invoice WHERE {HashColumn.Is("id", argument)}";

    /// <summary>Selects where the receivable of the invoice whose id is the argument was opened.</summary>
    public static string OpenedOf(string argument) =>
        $"SELECT opened FROM invoice WHERE {HashColumn.Is("id", argument)}";

    public static InvoiceRecord? Find(SqliteSession session, InvoiceId id) =>
        session.First(FindSql, Read, id.Value.ToBytes());

    /// <summary>The invoice that was submitted there.</summary>
    public static InvoiceRecord? Find(SqliteSession session, LogPosition submitted) =>
        session.First(FindSubmittedSql, Read, submitted.Key);

    public static void Save(SqliteSession writer, InvoiceRecord invoice) => writer.Execute(
        SaveSql,
        invoice.Id.Value.ToBytes(), (long)invoice.Supplier.Value, (long)invoice.Buyer.Value, invoice.Number,
        (long)invoice.TypeCode, (long)invoice.IssueDate.Value, (long)invoice.DueDate.Value, invoice.Currency,
        checked((long)invoice.Amount), invoice.DocumentHash.ToBytes(), invoice.Submitted.Key,
        invoice.SubmissionIntent.Value.ToBytes(), (long)invoice.State, checked((long)invoice.Confirmed),
        invoice.Opened?.Key, invoice.RejectionReason, invoice.Changed.Key, invoice.ChangeIntent.Value.ToBytes());

    public static void Delete(SqliteSession writer, LogPosition submitted) =>
        writer.Execute("DELETE FROM invoice WHERE submitted = ?1", submitted.Key);

    public static InvoiceRecord Read(SqliteRow row) => new(
        new InvoiceId(row.GetHash(0)),
        new ParticipantId((uint)row.GetInt64(1)),
        new ParticipantId((uint)row.GetInt64(2)),
        row.GetString(3),
        (ushort)row.GetInt64(4),
        new EpochDay((uint)row.GetInt64(5)),
        new EpochDay((uint)row.GetInt64(6)),
        row.GetString(7),
        row.GetUnsigned(8),
        row.GetHash(9),
        row.GetPosition(10),
        new IntentHash(row.GetHash(11)),
        (InvoiceState)row.GetInt64(12),
        row.GetUnsigned(13),
        row.GetPositionOrNull(14),
        row.GetText(15),
        row.GetPosition(16),
        new IntentHash(row.GetHash(17)));
}
