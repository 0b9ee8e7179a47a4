using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Holdings;

/// <summary>The table <c>holding</c>: one row a holding, as its events have made it.</summary>
internal static class HoldingTable
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        "id, receivable, parent, word, supplier, obligor, currency, due_day, opened, opening_intent, opening_amount, "
        + "changed, change_intent";

    private const string OpenedSql = $"SELECT {Columns} FROM holding WHERE opened = ?1";

    private static readonly string PartSql = $"SELECT {Columns} FROM holding WHERE {IsPart("?1")}";

    private static readonly string FindSql = $"SELECT {Columns} FROM holding WHERE opened = {KeyOf("?1")}";

    private static readonly string OfReceivableSql =
        $"SELECT {Columns} FROM holding WHERE {HashColumn.Is("receivable", "?1")} ORDER BY opened";

    private const string SaveSql = """
        INSERT INTO holding (id, receivable, parent, word, supplier, obligor, currency, due_day, opened,
            opening_intent, opening_amount, changed, change_intent, holder, counterparty, amount, phase, step, payer)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
        ON CONFLICT (opened) DO UPDATE SET word = excluded.word, changed = excluded.changed,
            change_intent = excluded.change_intent, holder = excluded.holder, counterparty = excluded.counterparty,
            amount = excluded.amount, phase = excluded.phase, step = excluded.step, payer = excluded.payer
        """;

    /// <summary>The key under which the holding stands whose id is the argument.</summary>
    public static string KeyOf(string argument) =>
        $"coalesce(({InvoiceTable.OpenedOf(argument)}), (SELECT opened FROM holding WHERE {IsPart(argument)}))";

    public static IndexedHolding? Find(SqliteSession session, HoldingId id) =>
        session.First(FindSql, Read, id.Value.ToBytes());

    /// <summary>A holding of an invoice, whose record may be newer than what its table has.</summary>
    public static IndexedHolding? Find(SqliteSession session, InvoiceRecord invoice, HoldingId id) =>
        id == HoldingId.RootOf(invoice.Id)
            ? session.First(OpenedSql, Read, invoice.Opened?.Key)
            : session.First(PartSql, Read, id.Value.ToBytes());

    /// <summary>All holdings that a receivable has had, in the order in which they began.</summary>
    public static List<IndexedHolding> OfReceivable(SqliteSession session, InvoiceId receivable) =>
        session.All(OfReceivableSql, Read, receivable.Value.ToBytes());

    public static void Save(SqliteSession writer, IndexedHolding holding) => writer.Execute(
        SaveSql,
        holding.Id.Value.ToBytes(), holding.Receivable.Value.ToBytes(), holding.Parent?.Value.ToBytes(),
        holding.Record.ToWord().ToBytes(), (long)holding.Supplier.Value, (long)holding.Obligor.Value, holding.Currency,
        (long)holding.DueDate.Value, holding.Opened.Key, holding.OpeningIntent.Value.ToBytes(),
        checked((long)holding.OpeningAmount), holding.Changed.Key, holding.ChangeIntent.Value.ToBytes(),
        (long)holding.Record.Holder.Value, (long?)holding.Counterparty?.Value, checked((long)holding.Record.Amount),
        (long)holding.Record.Phase, (long)holding.Record.Step, (long)holding.Payer.Value);

    public static IndexedHolding Read(SqliteRow row) => new(
        row.GetHolding(0),
        row.GetInvoice(1),
        row.GetHoldingOrNull(2),
        HoldingRecord.FromWord(row.GetHash(3)),
        row.GetParticipant(4),
        row.GetParticipant(5),
        row.GetString(6),
        row.GetDay(7),
        row.GetPosition(8),
        row.GetIntent(9),
        row.GetUnsigned(10),
        row.GetPosition(11),
        row.GetIntent(12));

    private static string IsPart(string id) => $"parent IS NOT NULL AND {HashColumn.Is("id", id)}";
}
