using Grpc.Core;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.RuleBook;

/// <summary><c>RuleBookService</c>: one path for all that writes, one class for each call that reads.</summary>
internal sealed class RuleBookApi(
    WriteCall write,
    GetRulesCall getRules,
    ListRulesCall listRules) : RuleBookService.RuleBookServiceBase
{
    public override Task<ProposeRulesResponse> ProposeRules(ProposeRulesRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, RuleActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Rules,
            static (intent, rules) => new ProposeRulesResponse { Intent = intent, Rules = rules });

    public override Task<GetRulesResponse> GetRules(GetRulesRequest request, ServerCallContext context) =>
        getRules.AnswerAsync(request, context);

    public override Task<ListRulesResponse> ListRules(ListRulesRequest request, ServerCallContext context) =>
        listRules.AnswerAsync(request, context);
}
