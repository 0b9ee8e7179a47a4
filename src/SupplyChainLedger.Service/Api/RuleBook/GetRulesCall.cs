using Grpc.Core;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.RuleBook;

/// <summary><c>RuleBookService.GetRules</c>.</summary>
internal sealed class GetRulesCall(IIndexReader index)
{
    public async Task<GetRulesResponse> AnswerAsync(GetRulesRequest request, ServerCallContext context)
    {
        ushort? version = request.Name.Length == 0 ? null : ResourceNames.ReadRules("name", request.Name);
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var record = version is { } asked
            ? snapshot.Rules.Find(asked)
            : snapshot.Rules.InForce(snapshot.Head.Indexed.Timestamp);
        if (record is null) throw snapshot.Missing(LedgerFaults.RulesNotFound(request.Name));
        return new GetRulesResponse
        {
            Rules = RulesWriter.Write(snapshot, record),
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
