using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Financing;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Financings;

/// <summary><c>FinancingService.ListFinancings</c>.</summary>
internal sealed class ListFinancingsCall(IIndexReader index)
{
    public async Task<ListFinancingsResponse> AnswerAsync(ListFinancingsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        var fields = new RequestFields();
        fields.RequireKnown("state", request.State);
        fields.ThrowIfAnyIsRefused();
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var filter = new FinancingFilter(
            snapshot.FindParty("holder", request.Holder),
            snapshot.FindParty("obligor", request.Obligor),
            snapshot.FindParty("financier", request.Financier),
            RecordFilters.Receivable("receivable", request.Receivable),
            FinancingWriter.Read(request.State));

        var found = snapshot.Financing.List(filter, page);
        return new ListFinancingsResponse
        {
            Financings = { found.Items.Select(one => FinancingWriter.Write(snapshot, one)) },
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
