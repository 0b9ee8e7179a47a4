using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Corrections;

/// <summary>The table <c>dispute</c>: one row a dispute, as its events have made it.</summary>
internal static class DisputeTable
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        "opened, holding, receivable, parent, buyer, supplier, holder, currency, amount, reason, evidence, ends_at, "
        + "state, credited, answer_reason, answer_evidence, answered, ended";

    private const string FindSql = $"SELECT {Columns} FROM dispute WHERE holding = ?1";

    private const string SaveSql =
        "INSERT OR REPLACE INTO dispute VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, "
        + "?17, ?18)";

    /// <summary>The dispute that took a holding out of another; null where something else did.</summary>
    public static DisputeRecord? Find(SqliteSession session, HoldingId holding) =>
        session.First(FindSql, Read, holding.Value.ToBytes());

    public static void Project(SqliteSession writer, ReceivableEvent logged)
    {
        if (!DisputeFold.Concerns(logged)) return;
        Save(writer, DisputeFold.Apply(Find(writer, logged.Holding.Id), logged));
    }

    public static DisputeRecord Read(SqliteRow row) => new(
        row.GetHolding(1),
        row.GetInvoice(2),
        row.GetHolding(3),
        row.GetParticipant(4),
        row.GetParticipant(5),
        row.GetParticipant(6),
        row.GetString(7),
        row.GetUnsigned(8),
        row.GetString(9),
        row.GetHash(10),
        (uint)row.GetInt64(11),
        (DisputeState)row.GetInt64(12),
        row.GetUnsigned(13),
        row.GetContest(14),
        row.GetPosition(0),
        row.GetPositionOrNull(17));

    private static void Save(SqliteSession writer, DisputeRecord dispute) => writer.Execute(
        SaveSql,
        dispute.Opened.Key, dispute.Holding.Value.ToBytes(), dispute.Receivable.Value.ToBytes(),
        dispute.Parent.Value.ToBytes(), (long)dispute.Buyer.Value, (long)dispute.Supplier.Value,
        (long)dispute.Holder.Value, dispute.Currency, checked((long)dispute.Amount), dispute.Reason,
        dispute.Evidence.ToBytes(), (long)dispute.EndsAt, (long)dispute.State, checked((long)dispute.Credited),
        dispute.Answer?.Reason, dispute.Answer?.Evidence.ToBytes(), dispute.Answer?.At.Key, dispute.Ended?.Key);
}
