using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Financings;

/// <summary><c>FinancingService.ListExposures</c>.</summary>
internal sealed class ListExposuresCall(IIndexReader index)
{
    public async Task<ListExposuresResponse> AnswerAsync(ListExposuresRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var found = snapshot.Exposures.List(
            snapshot.FindParty("financier", request.Financier), snapshot.FindParty("obligor", request.Obligor), page);
        return new ListExposuresResponse
        {
            Exposures = { found.Items.Select(one => ExposureWriter.Write(snapshot, one)) },
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
