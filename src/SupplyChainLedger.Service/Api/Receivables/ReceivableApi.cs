using Grpc.Core;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Receivables;

/// <summary><c>ReceivableService</c>: one path for all that writes, one class for each call that reads.</summary>
internal sealed class ReceivableApi(
    WriteCall write,
    GetReceivableCall getReceivable,
    ListReceivablesCall listReceivables,
    GetHoldingCall getHolding,
    ListHoldingsCall listHoldings,
    TraceHoldingCall traceHolding) : ReceivableService.ReceivableServiceBase
{
    public override Task<ProposeTransferResponse> ProposeTransfer(
        ProposeTransferRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, ReceivableActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Part,
            static (intent, holding) => new ProposeTransferResponse { Intent = intent, Holding = holding });

    public override Task<AnswerTransferResponse> AnswerTransfer(
        AnswerTransferRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, ReceivableActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Holding,
            static (intent, holding) => new AnswerTransferResponse { Intent = intent, Holding = holding });

    public override Task<WithdrawStepResponse> WithdrawStep(WithdrawStepRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, ReceivableActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Holding,
            static (intent, holding) => new WithdrawStepResponse { Intent = intent, Holding = holding });

    public override Task<ApplyDeadlineResponse> ApplyDeadline(
        ApplyDeadlineRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, ReceivableActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Holding,
            static (intent, holding) => new ApplyDeadlineResponse { Intent = intent, Holding = holding });

    public override Task<GetReceivableResponse> GetReceivable(
        GetReceivableRequest request, ServerCallContext context) =>
        getReceivable.AnswerAsync(request, context);

    public override Task<ListReceivablesResponse> ListReceivables(
        ListReceivablesRequest request, ServerCallContext context) =>
        listReceivables.AnswerAsync(request, context);

    public override Task<GetHoldingResponse> GetHolding(GetHoldingRequest request, ServerCallContext context) =>
        getHolding.AnswerAsync(request, context);

    public override Task<ListHoldingsResponse> ListHoldings(ListHoldingsRequest request, ServerCallContext context) =>
        listHoldings.AnswerAsync(request, context);

    public override Task<TraceHoldingResponse> TraceHolding(TraceHoldingRequest request, ServerCallContext context) =>
        traceHolding.AnswerAsync(request, context);
}
