using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing.Settlement;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Settlement;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows what is to be paid, to whom, and where to.</summary>
internal static class DueWriter
{
    public static V1.Due Write(IndexSnapshot snapshot, PaymentLine line)
    {
        var holding = line.Holding;
        return new V1.Due
        {
            Holding = ResourceNames.Of(holding.Id),
            Receivable = ResourceNames.OfReceivable(holding.Receivable),
            InvoiceNumber = snapshot.Invoices.Find(holding.Receivable)?.Record.Number ?? "",
            Payer = snapshot.NameOf(holding.Payer),
            Payee = snapshot.NameOf(holding.Record.Holder),
            DueDate = holding.DueDate.ToApi(),
            Amount = MoneyWriter.Write(holding.Currency, holding.Record.Amount),
            Account = line.Account is { } account
                ? Write(snapshot, holding.Record.Holder, holding.Currency, account)
                : null,
            Phase = HoldingWriter.Write(holding.Record.Phase),
            Obstacle = ObstacleOf(line),
            PayeeSince = snapshot.PlaceOf(line.PayeeSince).Inclusion,
        };
    }

    /// <summary>An account that a participant has named.</summary>
    public static V1.Account Write(
        IndexSnapshot snapshot, ParticipantId participant, string currency, NamedAccount account)
    {
        var named = snapshot.PlaceOf(account.Named);
        return new V1.Account
        {
            Participant = snapshot.NameOf(participant),
            CurrencyCode = currency,
            Account_ = account.Account,
            Setting = named.Inclusion,
            SettingIntent = named.Intent,
        };
    }

    private static V1.PaymentObstacle ObstacleOf(PaymentLine line) => line.Holding.Record.Step switch
    {
        HoldingStep.TransferProposed => V1.PaymentObstacle.TransferProposed,
        HoldingStep.FinancingRequested or HoldingStep.OfferAccepted or HoldingStep.DisbursementDeclared
            or HoldingStep.DisbursementContested => V1.PaymentObstacle.FinancingUnderWay,
        HoldingStep.PaymentDeclared or HoldingStep.PaymentContested or HoldingStep.RepurchaseDeclared
            or HoldingStep.RepurchaseContested => V1.PaymentObstacle.PaymentDeclared,
        HoldingStep.CreditNoteProposed or HoldingStep.CancellationRequested => V1.PaymentObstacle.CorrectionProposed,
        HoldingStep.DisputeOpened => V1.PaymentObstacle.Disputed,
        _ => line.Account is null ? V1.PaymentObstacle.NoAccount : V1.PaymentObstacle.Unspecified,
    };
}
