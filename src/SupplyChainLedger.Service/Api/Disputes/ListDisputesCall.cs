using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Corrections;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.V1;
using IndexedState = SupplyChainLedger.Service.Indexing.Corrections.DisputeState;

namespace SupplyChainLedger.Service.Api.Disputes;

/// <summary><c>DisputeService.ListDisputes</c>.</summary>
internal sealed class ListDisputesCall(IIndexReader index)
{
    public async Task<ListDisputesResponse> AnswerAsync(ListDisputesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        var fields = new RequestFields();
        fields.RequireKnown("state", request.State);
        fields.ThrowIfAnyIsRefused();
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var (state, answered) = Read(request.State);
        var filter = new DisputeFilter(
            RecordFilters.Receivable("receivable", request.Receivable),
            snapshot.FindParty("buyer", request.Buyer),
            snapshot.FindParty("holder", request.Holder),
            state,
            answered);

        var found = snapshot.Corrections.ListDisputes(filter, page);
        return new ListDisputesResponse
        {
            Disputes = { found.Items.Select(one => CorrectionWriter.Write(snapshot, one)) },
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }

    private static (IndexedState? State, bool? Answered) Read(DisputeState state) => state switch
    {
        DisputeState.Open => (IndexedState.Open, false),
        DisputeState.Answered => (IndexedState.Open, true),
        DisputeState.Credited => (IndexedState.Credited, null),
        DisputeState.Withdrawn => (IndexedState.Withdrawn, null),
        DisputeState.Lapsed => (IndexedState.Lapsed, null),
        _ => (null, null),
    };
}
