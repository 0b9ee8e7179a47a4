using Grpc.Core;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Invoices;

/// <summary><c>InvoiceService.SubmitInvoice</c>.</summary>
internal sealed class SubmitInvoiceCall(
    IntentSubmission submission, InvoiceAnswer answer, SimilarInvoiceWarnings similar)
{
    public Task<SubmitInvoiceResponse> AnswerAsync(SubmitInvoiceRequest request, ServerCallContext context) =>
        AnswerAsync(request, context.Deadline, context.CancellationToken);

    /// <summary>The same for one of many.</summary>
    public async Task<SubmitInvoiceResponse> AnswerAsync(
        SubmitInvoiceRequest request, DateTime deadline, CancellationToken cancellation)
    {
        var intent = ActionReader.Read(request.Action, InvoiceActions.Read);
        var entry = await submission.SendAsync(intent, request.Signature, request.WaitFor, deadline, cancellation);
        var (shown, invoice) = await answer.ReadAsync(entry, cancellation);
        var response = new SubmitInvoiceResponse { Intent = shown, Invoice = invoice };
        response.Warnings.AddRange(SubmissionWarnings.Of(intent));
        response.Warnings.AddRange(await similar.OfAsync(intent, cancellation));
        return response;
    }
}
