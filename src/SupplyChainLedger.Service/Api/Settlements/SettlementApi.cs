using Grpc.Core;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Settlements;

/// <summary><c>SettlementService</c>: one path for all that writes, one class for each call that reads.</summary>
internal sealed class SettlementApi(
    WriteCall write,
    GetPaymentInstructionCall getPaymentInstruction,
    ListPaymentsCall listPayments,
    ListDueCall listDue,
    ListStopsCall listStops) : SettlementService.SettlementServiceBase
{
    public override Task<DeclarePaymentResponse> DeclarePayment(
        DeclarePaymentRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, SettlementActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Holding,
            static (intent, holding) => new DeclarePaymentResponse { Intent = intent, Holding = holding });

    public override Task<AnswerPaymentResponse> AnswerPayment(
        AnswerPaymentRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, SettlementActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Holding,
            static (intent, holding) => new AnswerPaymentResponse { Intent = intent, Holding = holding });

    public override Task<ClaimRecourseResponse> ClaimRecourse(
        ClaimRecourseRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, SettlementActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Holding,
            static (intent, holding) => new ClaimRecourseResponse { Intent = intent, Holding = holding });

    public override Task<WriteOffResponse> WriteOff(WriteOffRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, SettlementActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Holding,
            static (intent, holding) => new WriteOffResponse { Intent = intent, Holding = holding });

    public override Task<RecordRecoveryResponse> RecordRecovery(
        RecordRecoveryRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, SettlementActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Holding,
            static (intent, holding) => new RecordRecoveryResponse { Intent = intent, Holding = holding });

    public override Task<SetAccountResponse> SetAccount(SetAccountRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, SettlementActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Account,
            static (intent, account) => new SetAccountResponse { Intent = intent, Account = account });

    public override Task<LiftStopResponse> LiftStop(LiftStopRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, SettlementActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Stop,
            static (intent, stop) => new LiftStopResponse { Intent = intent, Stop = stop });

    public override Task<GetPaymentInstructionResponse> GetPaymentInstruction(
        GetPaymentInstructionRequest request, ServerCallContext context) =>
        getPaymentInstruction.AnswerAsync(request, context);

    public override Task<ListPaymentsResponse> ListPayments(ListPaymentsRequest request, ServerCallContext context) =>
        listPayments.AnswerAsync(request, context);

    public override Task<ListDueResponse> ListDue(ListDueRequest request, ServerCallContext context) =>
        listDue.AnswerAsync(request, context);

    public override Task<ListStopsResponse> ListStops(ListStopsRequest request, ServerCallContext context) =>
        listStops.AnswerAsync(request, context);
}
