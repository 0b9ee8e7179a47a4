using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Queries.Settlement;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Settlements;

/// <summary><c>SettlementService.ListStops</c>.</summary>
internal sealed class ListStopsCall(IIndexReader index)
{
    public async Task<ListStopsResponse> AnswerAsync(ListStopsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var filter = new StopFilter(snapshot.FindParty("obligor", request.Obligor), request.OpenOnly);
        var found = snapshot.Settlement.ListStops(filter, page);
        return new ListStopsResponse
        {
            Stops = { found.Items.Select(one => StopWriter.Write(snapshot, one)) },
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
