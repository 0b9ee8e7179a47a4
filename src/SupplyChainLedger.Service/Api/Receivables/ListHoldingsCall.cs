using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Holdings;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Receivables;

/// <summary><c>ReceivableService.ListHoldings</c>.</summary>
internal sealed class ListHoldingsCall(IIndexReader index)
{
    public async Task<ListHoldingsResponse> AnswerAsync(ListHoldingsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        var fields = new RequestFields();
        fields.RequireKnown("phase", request.Phase);
        fields.RequireKnown("step", request.Step);
        var dueBefore = fields.OptionalDay("due_before", request.DueBefore);
        fields.ThrowIfAnyIsRefused();
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var filter = new HoldingFilter(
            snapshot.FindParty("holder", request.Holder),
            snapshot.FindParty("counterparty", request.Counterparty),
            RecordFilters.Receivable("receivable", request.Receivable),
            HoldingWriter.Read(request.Phase),
            HoldingWriter.Read(request.Step),
            dueBefore);

        var found = snapshot.Holdings.List(filter, page);
        return new ListHoldingsResponse
        {
            Holdings = { found.Items.Select(one => HoldingWriter.Write(snapshot, one)) },
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
