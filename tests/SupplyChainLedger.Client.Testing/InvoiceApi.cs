using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Testing;

internal sealed class InvoiceApi(MemoryLedger ledger) : InvoiceService.InvoiceServiceBase
{
    public override async Task<SubmitInvoiceResponse> SubmitInvoice(
        SubmitInvoiceRequest request, ServerCallContext context)
    {
        var intent = ledger.Submit(Actions.Read(request.Action), request.Signature);
        await BreakIfAskedAsync(context);
        return new SubmitInvoiceResponse { Intent = intent, Invoice = Record(intent, request.WaitFor) };
    }

    public override async Task SubmitInvoices(
        IAsyncStreamReader<SubmitInvoicesRequest> requestStream,
        IServerStreamWriter<SubmitInvoicesResponse> responseStream,
        ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            var request = requestStream.Current;
            var response = new SubmitInvoicesResponse { RequestId = request.RequestId };
            try
            {
                var intent = ledger.Submit(Actions.Read(request.Action), request.Signature);
                response.Submitted = new SubmitInvoiceResponse
                {
                    Intent = intent,
                    Invoice = Record(intent, request.WaitFor),
                };
            }
            catch (RpcException refusal)
            {
                response.Error = Refusals.StatusOf(refusal);
            }

            await BreakIfAskedAsync(context);
            await responseStream.WriteAsync(response);
        }
    }

    public override async Task<ConfirmInvoiceResponse> ConfirmInvoice(
        ConfirmInvoiceRequest request, ServerCallContext context)
    {
        var intent = ledger.Confirm(Actions.Read(request.Action), request.Signature);
        await BreakIfAskedAsync(context);
        return new ConfirmInvoiceResponse { Intent = intent, Invoice = Record(intent, request.WaitFor) };
    }

    public override Task<RejectInvoiceResponse> RejectInvoice(RejectInvoiceRequest request, ServerCallContext context)
    {
        var intent = ledger.Reject(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(
            new RejectInvoiceResponse { Intent = intent, Invoice = Record(intent, request.WaitFor) });
    }

    public override Task<WithdrawInvoiceResponse> WithdrawInvoice(
        WithdrawInvoiceRequest request, ServerCallContext context)
    {
        var intent = ledger.Withdraw(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(
            new WithdrawInvoiceResponse { Intent = intent, Invoice = Record(intent, request.WaitFor) });
    }

    public override Task<GetInvoiceResponse> GetInvoice(GetInvoiceRequest request, ServerCallContext context) =>
        Task.FromResult(new GetInvoiceResponse { Invoice = ledger.Invoice(request.Name), ReadAt = ledger.ReadAt });

    public override Task<ListInvoicesResponse> ListInvoices(ListInvoicesRequest request, ServerCallContext context)
    {
        var found = ledger.Invoices
            .Where(invoice => request.State == InvoiceState.Unspecified || invoice.State == request.State)
            .Where(invoice => request.Supplier.Length == 0 || invoice.Supplier == request.Supplier)
            .Where(invoice => request.Buyer.Length == 0 || invoice.Buyer == request.Buyer)
            .Where(invoice => request.DueBefore is null || Order(invoice.DueDate) < Order(request.DueBefore))
            .ToList();
        var start = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, null);
        var size = request.PageSize == 0 ? 50 : request.PageSize;
        var response = new ListInvoicesResponse { ReadAt = ledger.ReadAt };
        response.Invoices.AddRange(found.Skip(start).Take(size));
        if (start + size < found.Count) response.NextPageToken = $"{start + size}";
        return Task.FromResult(response);
    }

    /// <summary>Takes invoices over the same amount for similar: how it is decided is the service's concern.</summary>
    public override Task<FindSimilarInvoicesResponse> FindSimilarInvoices(
        FindSimilarInvoicesRequest request, ServerCallContext context)
    {
        var amount = request.Particulars?.Amount ?? ledger.Invoice(request.Name).Amount;
        var response = new FindSimilarInvoicesResponse { ReadAt = ledger.ReadAt };
        response.SimilarInvoices.AddRange(ledger.Invoices
            .Where(invoice => invoice.Amount.Equals(amount) && invoice.Name != request.Name)
            .Select(invoice => new SimilarInvoice
            {
                Invoice = invoice,
                Grade = SimilarityGrade.Likely,
                Reasons = { SimilarityReason.SameAmountAndDate },
                Explanation = "same parties, amount and date of issue, another number",
            }));
        return Task.FromResult(response);
    }

    private static int Order(Google.Type.Date date) => (date.Year * 10_000) + (date.Month * 100) + date.Day;

    private Invoice? Record(Intent intent, WaitFor waitFor) =>
        waitFor is WaitFor.Included or WaitFor.Final ? ledger.Invoice(intent.Invoice) : null;

    private async Task BreakIfAskedAsync(ServerCallContext context)
    {
        if (ledger.Faults.NeverAnswers) await new TaskCompletionSource().Task.WaitAsync(context.CancellationToken);
        if (!ledger.Faults.TakeBreak()) return;
        context.GetHttpContext().Abort();
        throw new OperationCanceledException("The test breaks the connection here.");
    }
}
