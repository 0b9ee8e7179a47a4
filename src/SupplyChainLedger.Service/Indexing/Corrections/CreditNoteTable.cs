using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Corrections;

/// <summary>The table <c>credit_note</c>: one row a credit note, as its events have made it.</summary>
internal static class CreditNoteTable
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        "issued, id, receivable, holding, supplier, obligor, holder, currency, number, amount, document_hash, "
        + "answer_by, state, reason, ended";

    private const string NewestSql =
        $"SELECT {Columns} FROM credit_note WHERE holding = ?1 ORDER BY issued DESC LIMIT 1";

    private const string SaveSql =
        "INSERT OR REPLACE INTO credit_note VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";

    public static void Project(SqliteSession writer, ReceivableEvent logged)
    {
        if (!CreditNoteFold.Concerns(logged)) return;
        var before = writer.First(NewestSql, Read, logged.Holding.Id.Value.ToBytes());
        Save(writer, CreditNoteFold.Apply(before, logged));
    }

    public static CreditNoteRecord Read(SqliteRow row) => new(
        row.GetIntent(1),
        row.GetInvoice(2),
        row.GetHolding(3),
        row.GetParticipant(4),
        row.GetParticipant(5),
        row.GetParticipant(6),
        row.GetString(7),
        row.GetString(8),
        row.GetUnsigned(9),
        row.GetHash(10),
        (uint)row.GetInt64(11),
        (ProposalState)row.GetInt64(12),
        row.GetText(13),
        row.GetPosition(0),
        row.GetPositionOrNull(14));

    private static void Save(SqliteSession writer, CreditNoteRecord note) => writer.Execute(
        SaveSql,
        note.Issued.Key, note.Id.Value.ToBytes(), note.Receivable.Value.ToBytes(), note.Holding.Value.ToBytes(),
        (long)note.Supplier.Value, (long)note.Obligor.Value, (long)note.Holder.Value, note.Currency, note.Number,
        checked((long)note.Amount), note.DocumentHash.ToBytes(), (long)note.AnswerBy, (long)note.State, note.Reason,
        note.Ended?.Key);
}
