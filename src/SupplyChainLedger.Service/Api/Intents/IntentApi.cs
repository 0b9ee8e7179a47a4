using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Intents;

/// <summary><c>IntentService</c>: one class a call.</summary>
internal sealed class IntentApi(
    DescribeIntentCall describe, GetIntentCall get, ResendIntentCall resend, CancelIntentCall cancel,
    ListIntentsCall list)
    : IntentService.IntentServiceBase
{
    public override Task<DescribeIntentResponse> DescribeIntent(
        DescribeIntentRequest request, ServerCallContext context) => Task.FromResult(describe.Answer(request));

    public override Task<GetIntentResponse> GetIntent(GetIntentRequest request, ServerCallContext context) =>
        get.AnswerAsync(request, context);

    public override Task<ResendIntentResponse> ResendIntent(ResendIntentRequest request, ServerCallContext context) =>
        resend.AnswerAsync(request, context);

    public override Task<CancelIntentResponse> CancelIntent(CancelIntentRequest request, ServerCallContext context) =>
        cancel.AnswerAsync(request, context);

    public override Task<ListIntentsResponse> ListIntents(ListIntentsRequest request, ServerCallContext context) =>
        list.AnswerAsync(request, context);
}
