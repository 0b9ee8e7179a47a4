using Grpc.Core;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Invoices;

/// <summary><c>InvoiceService</c>: one class a call.</summary>
internal sealed class InvoiceApi(
    SubmitInvoiceCall submit,
    SubmitInvoicesCall submitMany,
    WriteCall write,
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
        ConfirmInvoiceRequest request, ServerCallContext context) => write.AnswerAsync(
        ActionReader.Read(request.Action, InvoiceActions.Read),
        request.Signature,
        request.WaitFor,
        context,
        Recorded.Invoice,
        static (intent, invoice) => new ConfirmInvoiceResponse { Intent = intent, Invoice = invoice });

    public override Task<RejectInvoiceResponse> RejectInvoice(
        RejectInvoiceRequest request, ServerCallContext context) => write.AnswerAsync(
        ActionReader.Read(request.Action, InvoiceActions.Read),
        request.Signature,
        request.WaitFor,
        context,
        Recorded.Invoice,
        static (intent, invoice) => new RejectInvoiceResponse { Intent = intent, Invoice = invoice });

    public override Task<WithdrawInvoiceResponse> WithdrawInvoice(
        WithdrawInvoiceRequest request, ServerCallContext context) => write.AnswerAsync(
        ActionReader.Read(request.Action, InvoiceActions.Read),
        request.Signature,
        request.WaitFor,
        context,
        Recorded.Invoice,
        static (intent, invoice) => new WithdrawInvoiceResponse { Intent = intent, Invoice = invoice });

    public override Task<GetInvoiceResponse> GetInvoice(GetInvoiceRequest request, ServerCallContext context) =>
        get.AnswerAsync(request, context);

    public override Task<ListInvoicesResponse> ListInvoices(ListInvoicesRequest request, ServerCallContext context) =>
        list.AnswerAsync(request, context);

    public override Task<FindSimilarInvoicesResponse> FindSimilarInvoices(
        FindSimilarInvoicesRequest request, ServerCallContext context) => findSimilar.AnswerAsync(request, context);
}
