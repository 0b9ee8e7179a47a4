using Grpc.Core;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Invoices;

/// <summary><c>InvoiceService.ConfirmInvoice</c>.</summary>
internal sealed class ConfirmInvoiceCall(IntentSubmission submission, InvoiceAnswer answer)
{
    public async Task<ConfirmInvoiceResponse> AnswerAsync(ConfirmInvoiceRequest request, ServerCallContext context)
    {
        var intent = ActionReader.Read(request.Action);
        var entry = await submission.SendAsync(
            intent, request.Signature, request.WaitFor, context.Deadline, context.CancellationToken);
        var (shown, invoice) = await answer.ReadAsync(entry, context.CancellationToken);
        return new ConfirmInvoiceResponse { Intent = shown, Invoice = invoice };
    }
}
