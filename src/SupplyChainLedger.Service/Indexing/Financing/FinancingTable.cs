using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Financing;

/// <summary>The table <c>financing</c>: one row a request for financing, as its events have made it.</summary>
internal static class FinancingTable
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        "requested, holding, receivable, parent, requester, obligor, currency, due_day, amount, lowest_advance, "
        + "open_until, recourse, offer_key, state, offer, financier, accepted, disburse_by, declared, disbursed, "
        + "value_day, bank_reference, evidence, registry_reference, justification, contest_by, contest_reason, "
        + "contest_evidence, contested, by_silence, ended";

    private const string FindSql = $"SELECT {Columns} FROM financing WHERE holding = ?1";

    private const string SaveSql =
        "INSERT OR REPLACE INTO financing VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, "
        + "?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31)";

    /// <summary>The request that took a holding out of another; null where something else did.</summary>
    public static FinancingRecord? Find(SqliteSession session, HoldingId holding) =>
        session.First(FindSql, Read, holding.Value.ToBytes());

    public static void Project(SqliteSession writer, ReceivableEvent logged)
    {
        if (!FinancingFold.Concerns(logged)) return;
        Save(writer, FinancingFold.Apply(Find(writer, logged.Holding.Id), logged));
    }

    public static FinancingRecord Read(SqliteRow row) => new(
        row.GetHolding(1),
        row.GetInvoice(2),
        row.GetHolding(3),
        row.GetParticipant(4),
        row.GetParticipant(5),
        row.GetString(6),
        row.GetDay(7),
        row.GetUnsigned(8),
        row.GetUnsigned(9),
        (uint)row.GetInt64(10),
        row.GetFlag(11),
        row.GetBytes(12),
        row.GetPosition(0))
    {
        State = (FinancingState)row.GetInt64(13),
        Accepted = row.IsDBNull(14) ? null : new AcceptedOffer(
            new OfferId(row.GetHash(14)), row.GetParticipant(15), (uint)row.GetInt64(17), row.GetPosition(16)),
        Disbursement = row.IsDBNull(18) ? null : new Disbursement(
            row.GetUnsigned(19), row.GetDay(20), row.GetString(21), row.GetHash(22), row.GetString(23),
            row.GetHash(24), (uint)row.GetInt64(25), row.GetPosition(18)),
        Contest = row.GetContest(26),
        BySilence = row.GetFlag(29),
        Ended = row.GetPositionOrNull(30),
    };

    private static void Save(SqliteSession writer, FinancingRecord financing) => writer.Execute(
        SaveSql,
        financing.Requested.Key, financing.Holding.Value.ToBytes(), financing.Receivable.Value.ToBytes(),
        financing.Parent.Value.ToBytes(), (long)financing.Requester.Value, (long)financing.Obligor.Value,
        financing.Currency, (long)financing.DueDate.Value, checked((long)financing.Amount),
        checked((long)financing.LowestAdvance), (long)financing.OpenUntil, financing.Recourse ? 1L : 0L,
        financing.OfferKey.ToArray(), (long)financing.State, financing.Accepted?.Offer.Value.ToBytes(),
        (long?)financing.Accepted?.Financier.Value, financing.Accepted?.At.Key, (long?)financing.Accepted?.DisburseBy,
        financing.Disbursement?.Declared.Key, checked((long?)financing.Disbursement?.Amount),
        (long?)financing.Disbursement?.ValueDate.Value, financing.Disbursement?.BankReference,
        financing.Disbursement?.Evidence.ToBytes(), financing.Disbursement?.RegistryReference,
        financing.Disbursement?.Justification.ToBytes(), (long?)financing.Disbursement?.ContestBy,
        financing.Contest?.Reason, financing.Contest?.Evidence.ToBytes(), financing.Contest?.At.Key,
        financing.BySilence ? 1L : 0L, financing.Ended?.Key);
}
