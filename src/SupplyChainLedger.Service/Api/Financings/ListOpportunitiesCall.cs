using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Financings;

/// <summary><c>FinancingService.ListOpportunities</c>: what is on offer within my limits.</summary>
internal sealed class ListOpportunitiesCall(IIndexReader index)
{
    public async Task<ListOpportunitiesResponse> AnswerAsync(
        ListOpportunitiesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var financier = snapshot.RequireParty("financier", request.Financier);
        var found = snapshot.Financing.ListOpportunities(financier, snapshot.Head.Indexed.Timestamp, page);
        return new ListOpportunitiesResponse
        {
            Opportunities = { found.Items.Select(one => Write(snapshot, one)) },
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }

    private static Opportunity Write(IndexSnapshot snapshot, Queries.Financing.Opportunity one)
    {
        var request = one.Financing;
        var today = ChainWriter.DayOf(snapshot.Head.Indexed.Timestamp).Value;
        return new Opportunity
        {
            Financing = FinancingWriter.Write(snapshot, request),
            TenorDays = request.DueDate.Value > today ? request.DueDate.Value - today : 0,
            Free = MoneyWriter.Write(request.Currency, one.Free),
            OwnOffer = one.OwnOffer is { } offer ? ResourceNames.Of(offer.Id) : "",
        };
    }
}
