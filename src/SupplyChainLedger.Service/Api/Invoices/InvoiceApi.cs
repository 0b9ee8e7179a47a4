using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Invoices;

/// <summary><c>InvoiceService</c>: one class a call.</summary>
internal sealed class InvoiceApi(
    SubmitInvoiceCall submit,
    SubmitInvoicesCall submitMany,
    ConfirmInvoiceCall confirm,
    RejectInvoiceCall reject,
    WithdrawInvoiceCall withdraw,
    GetInvoiceCall get,
    ListInvoicesCall list,
    FindSimilarInvoicesCall findSimilar) : InvoiceService.InvoiceServiceBase
{
    public override Task<SubmitInvoiceResponse> SubmitInvoice(
        SubmitInvoiceRequest request, ServerCallContext context) => submit.AnswerAsync(request, context);

    public override Task SubmitInvoices(
        IAsyncStreamReader<SubmitInvoicesRequest> requestStream,
        IServerStreamWriter<SubmitInvoicesResponse> responseStream,
        ServerCallContext context) => submitMany.AnswerAsync(requestStream, responseStream, context);

    public override Task<ConfirmInvoiceResponse> ConfirmInvoice(
        ConfirmInvoiceRequest request, ServerCallContext context) => confirm.AnswerAsync(request, context);

    public override Task<RejectInvoiceResponse> RejectInvoice(
        RejectInvoiceRequest request, ServerCallContext context) => reject.AnswerAsync(request, context);

    public override Task<WithdrawInvoiceResponse> WithdrawInvoice(
        WithdrawInvoiceRequest request, ServerCallContext context) => withdraw.AnswerAsync(request, context);

    public override Task<GetInvoiceResponse> GetInvoice(GetInvoiceRequest request, ServerCallContext context) =>
        get.AnswerAsync(request, context);

    public override Task<ListInvoicesResponse> ListInvoices(ListInvoicesRequest request, ServerCallContext context) =>
        list.AnswerAsync(request, context);

    public override Task<FindSimilarInvoicesResponse> FindSimilarInvoices(
        FindSimilarInvoicesRequest request, ServerCallContext context) => findSimilar.AnswerAsync(request, context);
}
