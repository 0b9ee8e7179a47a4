using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Indexing.Financing;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.V1;
using OfferState = SupplyChainLedger.Service.Indexing.Financing.OfferState;

namespace SupplyChainLedger.Service.Api.Financings;

/// <summary><c>FinancingService.ListFinanceable</c>: what of mine can be financed, and at what price.</summary>
internal sealed class ListFinanceableCall(IIndexReader index)
{
    public async Task<ListFinanceableResponse> AnswerAsync(ListFinanceableRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var holder = snapshot.RequireParty("holder", request.Holder);
        var found = snapshot.Financing.ListFinanceable(
            holder, ChainWriter.DayOf(snapshot.Head.Indexed.Timestamp), page);
        return new ListFinanceableResponse
        {
            Financeable = { found.Items.Select(one => Write(snapshot, one)) },
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }

    private static Financeable Write(IndexSnapshot snapshot, Queries.Financing.Financeable one) => new()
    {
        Holding = HoldingWriter.Write(snapshot, one.Holding),
        BestPrice = Write(snapshot, one.Prices.Best),
        LastPrice = Write(snapshot, one.Prices.Last),
    };

    private static PriceSeen? Write(IndexSnapshot snapshot, OfferRecord? offer) => offer is null
        ? null
        : new PriceSeen
        {
            Offer = ResourceNames.Of(offer.Id),
            DiscountMillionths = offer.Discount,
            Recourse = offer.Recourse,
            Accepted = offer.State == OfferState.Accepted,
            Time = ChainWriter.Time(snapshot.Events.ActAt(offer.Placed).At.Block.Timestamp),
        };
}
