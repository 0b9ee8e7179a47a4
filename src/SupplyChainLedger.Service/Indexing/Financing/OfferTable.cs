using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Holdings;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Financing;

/// <summary>The table <c>offer</c>: one row an offer, as its events have made it.</summary>
internal static class OfferTable
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        "placed, id, receivable, holding, financier, requester, obligor, currency, amount, advance, discount, "
        + "recourse, expiry, sealed_terms, state, ended";

    private const string FindSql = $"SELECT {Columns} FROM offer WHERE id = ?1";

    private const string InsertSql = $"INSERT INTO offer ({Columns}) "
        + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 1, NULL)";

    private const string EndSql = "UPDATE offer SET state = ?2, ended = ?3 WHERE id = ?1 AND state = 1";

    private const string LapseSql = "UPDATE offer SET state = 4, ended = ?2 WHERE holding = ?1 AND state = 1";

    private const string FinanciersSql = "SELECT financier FROM offer WHERE holding = ?1 AND state = 1";

    public static OfferRecord? Find(SqliteSession session, OfferId id) =>
        session.First(FindSql, Read, id.Value.ToBytes());

    /// <summary>Who has an open offer for a holding; somebody with two is there twice.</summary>
    public static List<ParticipantId> FinanciersOf(SqliteSession session, HoldingId holding) =>
        session.All(FinanciersSql, static row => row.GetParticipant(0), holding.Value.ToBytes());

    /// <exception cref="InconsistentChainException">The contract cannot have logged this event here.</exception>
    public static void Project(SqliteSession writer, ReceivableEvent logged)
    {
        switch (logged.Event)
        {
            case OfferPlaced e:
                Insert(writer, e, logged);
                break;
            case OfferWithdrawn e:
                End(writer, e.Offer, OfferState.Withdrawn, logged);
                break;
            case OfferAccepted e:
                End(writer, e.Offer, OfferState.Accepted, logged);
                Lapse(writer, e.Holding, logged);
                break;
            case StepWithdrawn { Step: HoldingStep.FinancingRequested } e:
                Lapse(writer, e.Holding, logged);
                break;
            case DeadlineApplied { Step: HoldingStep.FinancingRequested } e:
                Lapse(writer, e.Holding, logged);
                break;
        }
    }

    public static OfferRecord Read(SqliteRow row) => new(
        new OfferId(row.GetHash(1)),
        row.GetInvoice(2),
        row.GetHolding(3),
        row.GetParticipant(4),
        row.GetParticipant(5),
        row.GetParticipant(6),
        row.GetString(7),
        row.GetUnsigned(8),
        row.GetUnsigned(9),
        (uint)row.GetInt64(10),
        row.GetFlag(11),
        row.GetUnsigned(12),
        row.GetBytes(13),
        (OfferState)row.GetInt64(14),
        row.GetPosition(0),
        row.GetPositionOrNull(15));

    private static void Insert(SqliteSession writer, OfferPlaced e, ReceivableEvent logged)
    {
        var request = FinancingTable.Find(writer, e.Holding);
        if (request is not { State: FinancingState.Requested } || request.Receivable != e.Receivable)
            throw logged.Impossible("no open request for financing");
        writer.Execute(
            InsertSql,
            logged.At.Key, e.Offer.Value.ToBytes(), e.Receivable.Value.ToBytes(), e.Holding.Value.ToBytes(),
            (long)e.Financier.Value, (long)request.Requester.Value, (long)request.Obligor.Value, request.Currency,
            (long)request.Amount, unchecked((long)e.Advance), (long)e.Discount, e.Recourse ? 1L : 0L,
            unchecked((long)e.Expiry), e.SealedTerms);
    }

    private static void End(SqliteSession writer, OfferId offer, OfferState state, ReceivableEvent logged)
    {
        if (writer.Execute(EndSql, offer.Value.ToBytes(), (long)state, logged.At.Key) != 1)
            throw logged.Impossible("no open offer");
    }

    private static void Lapse(SqliteSession writer, HoldingId holding, ReceivableEvent logged) =>
        writer.Execute(LapseSql, holding.Value.ToBytes(), logged.At.Key);
}
