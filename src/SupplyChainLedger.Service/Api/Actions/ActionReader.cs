using Google.Protobuf;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Faults;
using Kind = SupplyChainLedger.V1.Action.KindOneofCase;

namespace SupplyChainLedger.Service.Api.Actions;

/// <summary>Reads what was signed from a request, naming every field that cannot be.</summary>
internal static class ActionReader
{
    private const string Root = "action";

    /// <summary>Reads an action of one kind.</summary>
    /// <param name="action">The action; absent is refused.</param>
    /// <param name="read">How its kind is read.</param>
    /// <param name="at">Path of the action in the request.</param>
    /// <exception cref="LedgerFault">INVALID_FIELD, naming all fields at fault.</exception>
    public static TIntent Read<TAction, TIntent>(
        TAction? action, Func<ActionFields, TAction, TIntent> read, string at = Root)
        where TAction : class, IMessage<TAction>, new()
        where TIntent : LedgerIntent
    {
        var fields = new RequestFields();
        var intent = read(new ActionFields(fields, at), fields.Message(at, action));
        fields.ThrowIfAnyIsRefused();
        return intent;
    }

    /// <summary>Reads an action of any kind.</summary>
    /// <exception cref="LedgerFault">INVALID_FIELD, naming all fields at fault.</exception>
    public static LedgerIntent Read(V1.Action? action)
    {
        var any = new RequestFields().Message(Root, action);
        var at = $"{Root}.{V1.Action.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(any)?.Name}";
        return any.KindCase switch
        {
            Kind.SubmitInvoice => Read(any.SubmitInvoice, InvoiceActions.Read, at),
            Kind.ConfirmInvoice => Read(any.ConfirmInvoice, InvoiceActions.Read, at),
            Kind.RejectInvoice => Read(any.RejectInvoice, InvoiceActions.Read, at),
            Kind.WithdrawInvoice => Read(any.WithdrawInvoice, InvoiceActions.Read, at),
            Kind.ProposeTransfer => Read(any.ProposeTransfer, ReceivableActions.Read, at),
            Kind.AnswerTransfer => Read(any.AnswerTransfer, ReceivableActions.Read, at),
            Kind.WithdrawStep => Read(any.WithdrawStep, ReceivableActions.Read, at),
            Kind.ApplyDeadline => Read(any.ApplyDeadline, ReceivableActions.Read, at),
            Kind.RequestFinancing => Read(any.RequestFinancing, FinancingActions.Read, at),
            Kind.PlaceOffer => Read(any.PlaceOffer, FinancingActions.Read, at),
            Kind.WithdrawOffer => Read(any.WithdrawOffer, FinancingActions.Read, at),
            Kind.AcceptOffer => Read(any.AcceptOffer, FinancingActions.Read, at),
            Kind.DeclareDisbursement => Read(any.DeclareDisbursement, FinancingActions.Read, at),
            Kind.AnswerDisbursement => Read(any.AnswerDisbursement, FinancingActions.Read, at),
            Kind.SetExposureLimit => Read(any.SetExposureLimit, FinancingActions.Read, at),
            Kind.DeclarePayment => Read(any.DeclarePayment, SettlementActions.Read, at),
            Kind.AnswerPayment => Read(any.AnswerPayment, SettlementActions.Read, at),
            Kind.ClaimRecourse => Read(any.ClaimRecourse, SettlementActions.Read, at),
            Kind.WriteOff => Read(any.WriteOff, SettlementActions.Read, at),
            Kind.RecordRecovery => Read(any.RecordRecovery, SettlementActions.Read, at),
            Kind.SetAccount => Read(any.SetAccount, SettlementActions.Read, at),
            Kind.LiftStop => Read(any.LiftStop, SettlementActions.Read, at),
            Kind.IssueCreditNote => Read(any.IssueCreditNote, CorrectionActions.Read, at),
            Kind.AnswerCreditNote => Read(any.AnswerCreditNote, CorrectionActions.Read, at),
            Kind.OpenDispute => Read(any.OpenDispute, CorrectionActions.Read, at),
            Kind.AnswerDispute => Read(any.AnswerDispute, CorrectionActions.Read, at),
            Kind.RequestCancellation => Read(any.RequestCancellation, CorrectionActions.Read, at),
            Kind.AnswerCancellation => Read(any.AnswerCancellation, CorrectionActions.Read, at),
            Kind.ProposeRules => Read(any.ProposeRules, RuleActions.Read, at),
            Kind.SetThreshold => Read(any.SetThreshold, RuleActions.Read, at),
            Kind.CancelIntent => Read(any.CancelIntent, IntentActions.Read, at),
            _ => throw LedgerFaults.InvalidField($"{Root}.kind", "exactly one kind of action is required"),
        };
    }
}
