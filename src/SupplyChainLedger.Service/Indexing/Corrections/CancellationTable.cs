using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Corrections;

/// <summary>The table <c>cancellation</c>: one row a request to cancel, as its events have made it.</summary>
internal static class CancellationTable
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        "requested, id, receivable, supplier, buyer, reason, answer_by, state, answer_reason, ended";

    private const string NewestSql =
        $"SELECT {Columns} FROM cancellation WHERE receivable = ?1 ORDER BY requested DESC LIMIT 1";

    private const string SaveSql =
        "INSERT OR REPLACE INTO cancellation VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

    /// <summary>The newest request to cancel a receivable; null where there was none.</summary>
    public static CancellationRecord? Newest(SqliteSession session, InvoiceId receivable) =>
        session.First(NewestSql, Read, receivable.Value.ToBytes());

    public static void Project(SqliteSession writer, ReceivableEvent logged)
    {
        if (!CancellationFold.Concerns(logged)) return;
        Save(writer, CancellationFold.Apply(Newest(writer, logged.Invoice.Id), logged));
    }

    public static CancellationRecord Read(SqliteRow row) => new(
        row.GetIntent(1),
        row.GetInvoice(2),
        row.GetParticipant(3),
        row.GetParticipant(4),
        row.GetString(5),
        (uint)row.GetInt64(6),
        (ProposalState)row.GetInt64(7),
        row.GetText(8),
        row.GetPosition(0),
        row.GetPositionOrNull(9));

    private static void Save(SqliteSession writer, CancellationRecord cancellation) => writer.Execute(
        SaveSql,
        cancellation.Requested.Key, cancellation.Id.Value.ToBytes(), cancellation.Receivable.Value.ToBytes(),
        (long)cancellation.Supplier.Value, (long)cancellation.Buyer.Value, cancellation.Reason,
        (long)cancellation.AnswerBy, (long)cancellation.State, cancellation.AnswerReason, cancellation.Ended?.Key);
}
