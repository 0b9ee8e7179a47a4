using Grpc.Core;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.RuleBook;

/// <summary><c>RuleBookService.ListRules</c>.</summary>
internal sealed class ListRulesCall(IIndexReader index)
{
    public async Task<ListRulesResponse> AnswerAsync(ListRulesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var found = snapshot.Rules.List(page);
        return new ListRulesResponse
        {
            Rules = { found.Items.Select(one => RulesWriter.Write(snapshot, one)) },
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
