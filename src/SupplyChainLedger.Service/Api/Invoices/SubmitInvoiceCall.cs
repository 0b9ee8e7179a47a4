using Grpc.Core;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Invoices;

/// <summary><c>InvoiceService.SubmitInvoice</c>.</summary>
internal sealed class SubmitInvoiceCall(IntentSubmission submission, IIndexReader index)
{
    public Task<SubmitInvoiceResponse> AnswerAsync(SubmitInvoiceRequest request, ServerCallContext context) =>
        AnswerAsync(request, context.Deadline, context.CancellationToken);

    /// <summary>The same for one of many.</summary>
    public async Task<SubmitInvoiceResponse> AnswerAsync(
        SubmitInvoiceRequest request, DateTime deadline, CancellationToken cancellation)
    {
        var intent = ActionReader.Read(request.Action, InvoiceActions.Read);
        var entry = await submission.SendAsync(intent, request.Signature, request.WaitFor, deadline, cancellation);
        using var snapshot = await index.OpenAsync(minBlock: 0, cancellation);
        var row = entry is { State: EntryState.Executed, Invoice: { } id } ? snapshot.Invoices.Find(id) : null;
        var response = new SubmitInvoiceResponse
        {
            Intent = IntentWriter.Write(snapshot, entry),
            Invoice = row is null ? null : InvoiceWriter.Write(snapshot, row),
        };
        response.Warnings.AddRange(SubmissionWarnings.Of(intent));
        response.Warnings.AddRange(row is null
            ? SimilarInvoiceWarnings.Of(snapshot, intent)
            : SimilarInvoiceWarnings.Of(snapshot, row.Record));
        return response;
    }
}
