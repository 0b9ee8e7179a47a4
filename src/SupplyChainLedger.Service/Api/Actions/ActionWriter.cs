using SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Service.Api.Actions;

/// <summary>Shows what was signed as the API has it.</summary>
internal static class ActionWriter
{
    public static V1.Action Write(LedgerIntent intent) => intent switch
    {
        SubmitInvoice i => new() { SubmitInvoice = InvoiceActions.Write(i) },
        ConfirmInvoice i => new() { ConfirmInvoice = InvoiceActions.Write(i) },
        RejectInvoice i => new() { RejectInvoice = InvoiceActions.Write(i) },
        WithdrawInvoice i => new() { WithdrawInvoice = InvoiceActions.Write(i) },
        ProposeTransfer i => new() { ProposeTransfer = ReceivableActions.Write(i) },
        AnswerTransfer i => new() { AnswerTransfer = ReceivableActions.Write(i) },
        WithdrawStep i => new() { WithdrawStep = ReceivableActions.Write(i) },
        ApplyDeadline i => new() { ApplyDeadline = ReceivableActions.Write(i) },
        RequestFinancing i => new() { RequestFinancing = FinancingActions.Write(i) },
        PlaceOffer i => new() { PlaceOffer = FinancingActions.Write(i) },
        WithdrawOffer i => new() { WithdrawOffer = FinancingActions.Write(i) },
        AcceptOffer i => new() { AcceptOffer = FinancingActions.Write(i) },
        DeclareDisbursement i => new() { DeclareDisbursement = FinancingActions.Write(i) },
        AnswerDisbursement i => new() { AnswerDisbursement = FinancingActions.Write(i) },
        SetExposureLimit i => new() { SetExposureLimit = FinancingActions.Write(i) },
        DeclarePayment i => new() { DeclarePayment = SettlementActions.Write(i) },
        AnswerPayment i => new() { AnswerPayment = SettlementActions.Write(i) },
        ClaimRecourse i => new() { ClaimRecourse = SettlementActions.Write(i) },
        WriteOff i => new() { WriteOff = SettlementActions.Write(i) },
        RecordRecovery i => new() { RecordRecovery = SettlementActions.Write(i) },
        SetAccount i => new() { SetAccount = SettlementActions.Write(i) },
        LiftStop i => new() { LiftStop = SettlementActions.Write(i) },
        IssueCreditNote i => new() { IssueCreditNote = CorrectionActions.Write(i) },
        AnswerCreditNote i => new() { AnswerCreditNote = CorrectionActions.Write(i) },
        OpenDispute i => new() { OpenDispute = CorrectionActions.Write(i) },
        AnswerDispute i => new() { AnswerDispute = CorrectionActions.Write(i) },
        RequestCancellation i => new() { RequestCancellation = CorrectionActions.Write(i) },
        AnswerCancellation i => new() { AnswerCancellation = CorrectionActions.Write(i) },
        ProposeRules i => new() { ProposeRules = RuleActions.Write(i) },
        SetThreshold i => new() { SetThreshold = RuleActions.Write(i) },
        CancelIntent i => new() { CancelIntent = IntentActions.Write(i) },
        _ => throw new ArgumentException($"{intent.Kind} has no form in the API.", nameof(intent)),
    };
}
