using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Testing;

internal sealed class RuleBookApi(MemoryLedger ledger) : RuleBookService.RuleBookServiceBase
{
    public override Task<ProposeRulesResponse> ProposeRules(ProposeRulesRequest request, ServerCallContext context)
    {
        var intent = ledger.ProposeRules(Actions.Read(request.Action), request.Signature);
        return Task.FromResult(new ProposeRulesResponse { Intent = intent, Rules = ledger.RuleVersions[^1] });
    }

    public override Task<GetRulesResponse> GetRules(GetRulesRequest request, ServerCallContext context) =>
        Task.FromResult(new GetRulesResponse
        {
            Rules = ledger.RuleVersions.FirstOrDefault(rules => request.Name.Length == 0 || rules.Name == request.Name)
                ?? throw Refusals.Of(ErrorReason.RulesNotFound, $"There are no {request.Name}."),
            ReadAt = ledger.ReadAt,
        });

    public override Task<ListRulesResponse> ListRules(ListRulesRequest request, ServerCallContext context) =>
        Task.FromResult(new ListRulesResponse { Rules = { ledger.RuleVersions }, ReadAt = ledger.ReadAt });
}
