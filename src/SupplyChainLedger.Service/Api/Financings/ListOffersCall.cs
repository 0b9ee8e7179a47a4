using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Financing;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Financings;

/// <summary><c>FinancingService.ListOffers</c>.</summary>
internal sealed class ListOffersCall(IIndexReader index)
{
    public async Task<ListOffersResponse> AnswerAsync(ListOffersRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        var fields = new RequestFields();
        fields.RequireKnown("state", request.State);
        fields.ThrowIfAnyIsRefused();
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var filter = new OfferFilter(
            snapshot.FindParty("financier", request.Financier),
            RecordFilters.Holding("holding", request.Holding),
            OfferWriter.Read(request.State));

        var found = snapshot.Financing.ListOffers(filter, page);
        return new ListOffersResponse
        {
            Offers = { found.Items.Select(one => OfferWriter.Write(snapshot, one)) },
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
