using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Queries.Receivables;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Receivables;

/// <summary><c>ReceivableService.ListReceivables</c>.</summary>
internal sealed class ListReceivablesCall(IIndexReader index)
{
    public async Task<ListReceivablesResponse> AnswerAsync(ListReceivablesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        var fields = new RequestFields();
        var dueBefore = fields.OptionalDay("due_before", request.DueBefore);
        fields.ThrowIfAnyIsRefused();
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var filter = new ReceivableFilter(
            snapshot.FindParty("holder", request.Holder),
            snapshot.FindParty("supplier", request.Supplier),
            snapshot.FindParty("buyer", request.Buyer),
            dueBefore,
            request.OpenOnly);

        var found = snapshot.Receivables.List(filter, page);
        return new ListReceivablesResponse
        {
            Receivables = { found.Items.Select(one => ReceivableWriter.Write(snapshot, one)) },
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
