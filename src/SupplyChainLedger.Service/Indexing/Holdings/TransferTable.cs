using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Holdings;

/// <summary>The table <c>transfer</c>: one row a transfer, as its events have made it.</summary>
internal static class TransferTable
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        "proposed, holding, receivable, parent, sender, recipient, amount, trade_document, answer_by, state, reason, "
        + "ended";

    private const string FindSql = $"SELECT {Columns} FROM transfer WHERE holding = ?1";

    private const string SaveSql =
        "INSERT OR REPLACE INTO transfer VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";

    /// <summary>The transfer that took a holding out of another; null where something else did.</summary>
    public static TransferRecord? Find(SqliteSession session, HoldingId holding) =>
        session.First(FindSql, Read, holding.Value.ToBytes());

    public static void Project(SqliteSession writer, ReceivableEvent logged)
    {
        if (!TransferFold.Concerns(logged)) return;
        Save(writer, TransferFold.Apply(Find(writer, logged.Holding.Id), logged));
    }

    public static TransferRecord Read(SqliteRow row) => new(
        row.GetHolding(1),
        row.GetInvoice(2),
        row.GetHolding(3),
        row.GetParticipant(4),
        row.GetParticipant(5),
        row.GetUnsigned(6),
        row.GetHash(7),
        (uint)row.GetInt64(8),
        (ProposalState)row.GetInt64(9),
        row.GetText(10),
        row.GetPosition(0),
        row.GetPositionOrNull(11));

    private static void Save(SqliteSession writer, TransferRecord transfer) => writer.Execute(
        SaveSql,
        transfer.Proposed.Key, transfer.Holding.Value.ToBytes(), transfer.Receivable.Value.ToBytes(),
        transfer.Parent.Value.ToBytes(), (long)transfer.Sender.Value, (long)transfer.Recipient.Value,
        checked((long)transfer.Amount), transfer.TradeDocument.ToBytes(), (long)transfer.AnswerBy,
        (long)transfer.State, transfer.Reason, transfer.Ended?.Key);
}
