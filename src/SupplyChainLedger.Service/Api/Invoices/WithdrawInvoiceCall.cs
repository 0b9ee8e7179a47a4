using Grpc.Core;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Invoices;

/// <summary><c>InvoiceService.WithdrawInvoice</c>.</summary>
internal sealed class WithdrawInvoiceCall(IntentSubmission submission, InvoiceAnswer answer)
{
    public async Task<WithdrawInvoiceResponse> AnswerAsync(WithdrawInvoiceRequest request, ServerCallContext context)
    {
        var intent = ActionReader.Read(request.Action);
        var entry = await submission.SendAsync(
            intent, request.Signature, request.WaitFor, context.Deadline, context.CancellationToken);
        var (shown, invoice) = await answer.ReadAsync(entry, context.CancellationToken);
        return new WithdrawInvoiceResponse { Intent = shown, Invoice = invoice };
    }
}
