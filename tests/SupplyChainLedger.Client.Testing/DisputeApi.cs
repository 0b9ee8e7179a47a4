using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Testing;

internal sealed class DisputeApi(MemoryLedger ledger) : DisputeService.DisputeServiceBase
{
    public override Task<IssueCreditNoteResponse> IssueCreditNote(
        IssueCreditNoteRequest request, ServerCallContext context)
    {
        var intent = ledger.IssueCreditNote(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new IssueCreditNoteResponse
        {
            Intent = intent,
            Holding = ledger.Holding(intent.Holding),
        });
    }

    public override Task<AnswerCreditNoteResponse> AnswerCreditNote(
        AnswerCreditNoteRequest request, ServerCallContext context)
    {
        var intent = ledger.AnswerCreditNote(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new AnswerCreditNoteResponse
        {
            Intent = intent,
            Holding = ledger.Holding(intent.Holding),
        });
    }

    public override Task<OpenDisputeResponse> OpenDispute(OpenDisputeRequest request, ServerCallContext context)
    {
        var intent = ledger.OpenDispute(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new OpenDisputeResponse { Intent = intent, Holding = ledger.Part(intent) });
    }

    public override Task<AnswerDisputeResponse> AnswerDispute(AnswerDisputeRequest request, ServerCallContext context)
    {
        var intent = ledger.AnswerDispute(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new AnswerDisputeResponse { Intent = intent, Holding = ledger.Holding(intent.Holding) });
    }

    public override Task<RequestCancellationResponse> RequestCancellation(
        RequestCancellationRequest request, ServerCallContext context)
    {
        var intent = ledger.RequestCancellation(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new RequestCancellationResponse
        {
            Intent = intent,
            Receivable = ledger.Receivable(MemoryLedger.ReceivableOf(intent)),
        });
    }

    public override Task<AnswerCancellationResponse> AnswerCancellation(
        AnswerCancellationRequest request, ServerCallContext context)
    {
        var intent = ledger.AnswerCancellation(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new AnswerCancellationResponse
        {
            Intent = intent,
            Receivable = ledger.Receivable(MemoryLedger.ReceivableOf(intent)),
        });
    }

    public override Task<ListDisputesResponse> ListDisputes(ListDisputesRequest request, ServerCallContext context)
    {
        var found = ledger.Disputes.Where(
            one => request.Receivable.Length == 0 || one.Receivable == request.Receivable);
        return Task.FromResult(new ListDisputesResponse { Disputes = { found }, ReadAt = ledger.ReadAt });
    }

    public override Task<ListCreditNotesResponse> ListCreditNotes(
        ListCreditNotesRequest request, ServerCallContext context)
    {
        var found = ledger.CreditNotes.Where(
            one => request.Receivable.Length == 0 || one.Receivable == request.Receivable);
        return Task.FromResult(new ListCreditNotesResponse { CreditNotes = { found }, ReadAt = ledger.ReadAt });
    }
}
