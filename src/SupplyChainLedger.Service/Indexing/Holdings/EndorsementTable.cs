using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Sqlite;

namespace SupplyChainLedger.Service.Indexing.Holdings;

/// <summary>The table <c>endorsement</c>: one row for each time that a holding passed to another holder.</summary>
internal static class EndorsementTable
{
    public static void Project(SqliteSession writer, ReceivableEvent logged)
    {
        if (logged.Changes.Count == 0 || logged.Change.Before is not { } before) return;
        if (before.Record.Holder == logged.Holding.Record.Holder) return;
        writer.Execute(
            "INSERT INTO endorsement VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            logged.At.Key, before.Receivable.Value.ToBytes(), before.Id.Value.ToBytes(),
            (long)before.Record.Holder.Value, (long)logged.Holding.Record.Holder.Value,
            checked((long)before.Record.Amount), (long)CauseOf(before.Record.Step, logged));
    }

    public static Endorsement Read(SqliteRow row) => new(
        row.GetPosition(0), row.GetInvoice(1), row.GetHolding(2), row.GetParticipant(3), row.GetParticipant(4),
        row.GetUnsigned(5), (EndorsementCause)row.GetInt64(6));

    private static EndorsementCause CauseOf(HoldingStep ended, ReceivableEvent logged) => ended switch
    {
        HoldingStep.TransferProposed => EndorsementCause.Transfer,
        HoldingStep.DisbursementDeclared or HoldingStep.DisbursementContested => EndorsementCause.Financing,
        HoldingStep.RepurchaseDeclared or HoldingStep.RepurchaseContested => EndorsementCause.Repurchase,
        _ => throw logged.Impossible($"a holding in the step {ended}"),
    };
}
