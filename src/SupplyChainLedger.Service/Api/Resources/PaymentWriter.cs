using SupplyChainLedger.Service.Indexing.Settlement;
using SupplyChainLedger.Service.Queries;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows payments as the API has them.</summary>
internal static class PaymentWriter
{
    public static V1.Payment Write(IndexSnapshot snapshot, PaymentRecord record)
    {
        var declared = snapshot.PlaceOf(record.Declared);
        var isRecovery = record.Kind == PaymentKind.Recovery;
        var answered = isRecovery ? declared : snapshot.PlaceOf(record.Ended ?? record.Contest?.At);
        return new V1.Payment
        {
            Holding = ResourceNames.Of(record.Holding),
            Receivable = ResourceNames.OfReceivable(record.Receivable),
            Kind = (V1.PaymentKind)record.Kind,
            Payer = isRecovery ? "" : snapshot.NameOf(record.Payer),
            Payee = snapshot.NameOf(record.Holder),
            Amount = MoneyWriter.Write(record.Currency, record.Amount),
            ValueDate = record.ValueDate.ToApi(),
            BankReference = record.BankReference,
            Evidence = record.Evidence.OrEmpty(),
            State = StateOf(record),
            AnswerDeadline =
                record.State == PaymentState.Declared ? ChainWriter.TimeOrNone(record.ContestBy) : null,
            ContestReason = record.Contest?.Reason ?? "",
            ContestEvidence = record.Contest?.Evidence.OrEmpty() ?? "",
            Declaration = declared.Inclusion,
            DeclarationIntent = declared.Intent,
            Answer = answered?.Inclusion,
            AnswerIntent = answered?.Intent ?? "",
        };
    }

    private static V1.DeclarationState StateOf(PaymentRecord record) => record.State switch
    {
        PaymentState.Declared => V1.DeclarationState.Declared,
        PaymentState.Contested => V1.DeclarationState.Contested,
        PaymentState.Received when record.BySilence => V1.DeclarationState.Unanswered,
        PaymentState.Received => V1.DeclarationState.Received,
        PaymentState.Withdrawn => V1.DeclarationState.Withdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(record), record.State, "A payment cannot stand there."),
    };
}
