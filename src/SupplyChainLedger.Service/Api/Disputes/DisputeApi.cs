using Grpc.Core;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Disputes;

/// <summary><c>DisputeService</c>: one path for all that writes, one class for each call that reads.</summary>
internal sealed class DisputeApi(
    WriteCall write,
    ListDisputesCall listDisputes,
    ListCreditNotesCall listCreditNotes) : DisputeService.DisputeServiceBase
{
    public override Task<IssueCreditNoteResponse> IssueCreditNote(
        IssueCreditNoteRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, CorrectionActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Holding,
            static (intent, holding) => new IssueCreditNoteResponse { Intent = intent, Holding = holding });

    public override Task<AnswerCreditNoteResponse> AnswerCreditNote(
        AnswerCreditNoteRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, CorrectionActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Holding,
            static (intent, holding) => new AnswerCreditNoteResponse { Intent = intent, Holding = holding });

    public override Task<OpenDisputeResponse> OpenDispute(OpenDisputeRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, CorrectionActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Part,
            static (intent, holding) => new OpenDisputeResponse { Intent = intent, Holding = holding });

    public override Task<AnswerDisputeResponse> AnswerDispute(
        AnswerDisputeRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, CorrectionActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Holding,
            static (intent, holding) => new AnswerDisputeResponse { Intent = intent, Holding = holding });

    public override Task<RequestCancellationResponse> RequestCancellation(
        RequestCancellationRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, CorrectionActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Receivable,
            static (intent, receivable) =>
                new RequestCancellationResponse { Intent = intent, Receivable = receivable });

    public override Task<AnswerCancellationResponse> AnswerCancellation(
        AnswerCancellationRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, CorrectionActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Receivable,
            static (intent, receivable) =>
                new AnswerCancellationResponse { Intent = intent, Receivable = receivable });

    public override Task<ListDisputesResponse> ListDisputes(ListDisputesRequest request, ServerCallContext context) =>
        listDisputes.AnswerAsync(request, context);

    public override Task<ListCreditNotesResponse> ListCreditNotes(
        ListCreditNotesRequest request, ServerCallContext context) =>
        listCreditNotes.AnswerAsync(request, context);
}
