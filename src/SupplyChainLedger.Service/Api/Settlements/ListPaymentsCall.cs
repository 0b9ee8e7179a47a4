using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Queries.Settlement;
using SupplyChainLedger.V1;
using PaymentState = SupplyChainLedger.Service.Indexing.Settlement.PaymentState;

namespace SupplyChainLedger.Service.Api.Settlements;

/// <summary><c>SettlementService.ListPayments</c>.</summary>
internal sealed class ListPaymentsCall(IIndexReader index)
{
    public async Task<ListPaymentsResponse> AnswerAsync(ListPaymentsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        var fields = new RequestFields();
        fields.RequireKnown("state", request.State);
        fields.ThrowIfAnyIsRefused();
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var (state, bySilence) = Read(request.State);
        var filter = new PaymentFilter(
            RecordFilters.Receivable("receivable", request.Receivable),
            RecordFilters.Holding("holding", request.Holding),
            snapshot.FindParty("payer", request.Payer),
            snapshot.FindParty("payee", request.Payee),
            state,
            bySilence);

        var found = snapshot.Settlement.ListPayments(filter, page);
        return new ListPaymentsResponse
        {
            Payments = { found.Items.Select(one => PaymentWriter.Write(snapshot, one)) },
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }

    private static (PaymentState? State, bool? BySilence) Read(DeclarationState state) => state switch
    {
        DeclarationState.Declared => (PaymentState.Declared, null),
        DeclarationState.Contested => (PaymentState.Contested, null),
        DeclarationState.Received => (PaymentState.Received, false),
        DeclarationState.Unanswered => (PaymentState.Received, true),
        DeclarationState.Withdrawn => (PaymentState.Withdrawn, null),
        _ => (null, null),
    };
}
