using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Settlement;

/// <summary>The table <c>payment</c>: one row a payment, as its events have made it.</summary>
internal static class PaymentTable
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        "declared, id, receivable, holding, kind, payer, holder, currency, amount, value_day, bank_reference, "
        + "evidence, contest_by, state, contest_reason, contest_evidence, contested, by_silence, ended";

    private const string NewestSql =
        $"SELECT {Columns} FROM payment WHERE holding = ?1 ORDER BY declared DESC LIMIT 1";

    private const string SaveSql =
        "INSERT OR REPLACE INTO payment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, "
        + "?16, ?17, ?18, ?19)";

    public static void Project(SqliteSession writer, ReceivableEvent logged)
    {
        if (!PaymentFold.Concerns(logged)) return;
        var before = writer.First(NewestSql, Read, logged.Holding.Id.Value.ToBytes());
        Save(writer, PaymentFold.Apply(before, logged));
    }

    public static PaymentRecord Read(SqliteRow row) => new(
        row.GetIntent(1),
        row.GetInvoice(2),
        row.GetHolding(3),
        (PaymentKind)row.GetInt64(4),
        row.GetParticipant(5),
        row.GetParticipant(6),
        row.GetString(7),
        row.GetUnsigned(8),
        row.GetDay(9),
        row.GetString(10),
        row.GetHash(11),
        (uint)row.GetInt64(12),
        (PaymentState)row.GetInt64(13),
        row.GetContest(14),
        row.GetFlag(17),
        row.GetPosition(0),
        row.GetPositionOrNull(18));

    private static void Save(SqliteSession writer, PaymentRecord payment) => writer.Execute(
        SaveSql,
        payment.Declared.Key, payment.Id.Value.ToBytes(), payment.Receivable.Value.ToBytes(),
        payment.Holding.Value.ToBytes(), (long)payment.Kind, (long)payment.Payer.Value, (long)payment.Holder.Value,
        payment.Currency, checked((long)payment.Amount), (long)payment.ValueDate.Value, payment.BankReference,
        payment.Evidence.ToBytes(), (long)payment.ContestBy, (long)payment.State, payment.Contest?.Reason,
        payment.Contest?.Evidence.ToBytes(), payment.Contest?.At.Key, payment.BySilence ? 1L : 0L, payment.Ended?.Key);
}
