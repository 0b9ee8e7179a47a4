using Grpc.Core;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.Service.Api.Invoices;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Financings;

/// <summary><c>FinancingService.RequestFinancing</c>: warns of invoices that may claim the same debt.</summary>
internal sealed class RequestFinancingCall(WriteCall write, IIndexReader index)
{
    public async Task<RequestFinancingResponse> AnswerAsync(RequestFinancingRequest request, ServerCallContext context)
    {
        var intent = ActionReader.Read(request.Action, FinancingActions.Read);
        var response = await write.AnswerAsync(
            intent,
            request.Signature,
            request.WaitFor,
            context,
            Recorded.RequestedFinancing,
            static (shown, financing) => new RequestFinancingResponse { Intent = shown, Financing = financing });
        using var snapshot = await index.OpenAsync(minBlock: 0, context.CancellationToken);
        if (snapshot.Invoices.Find(intent.Receivable) is { } row)
            response.Warnings.AddRange(SimilarInvoiceWarnings.Of(snapshot, row.Record));
        return response;
    }
}
