using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.Service.Queries.Settlement;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Settlements;

/// <summary><c>SettlementService.ListDue</c>: what is due to me, or what must I pay, to whom and when.</summary>
internal sealed class ListDueCall(IIndexReader index)
{
    public async Task<ListDueResponse> AnswerAsync(ListDueRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        var fields = new RequestFields();
        var from = fields.OptionalDay("due_from", request.DueFrom);
        var until = fields.OptionalDay("due_until", request.DueUntil);
        if (request.Payer.Length == 0 && request.Payee.Length == 0)
            fields.Refuse("payer", "a payer or a payee is required");
        fields.ThrowIfAnyIsRefused();
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var filter = new DueFilter(
            snapshot.FindParty("payer", request.Payer), snapshot.FindParty("payee", request.Payee), from, until);

        var found = snapshot.Settlement.ListDue(filter, page);
        return new ListDueResponse
        {
            Due = { found.Items.Select(line => DueWriter.Write(snapshot, line)) },
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
