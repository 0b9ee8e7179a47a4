using Grpc.Core;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Intents;

/// <summary><c>IntentService.ResendIntent</c>: lets a waiting intent wait no longer.</summary>
internal sealed class ResendIntentCall(OutboxWriter writer, GetIntentCall get)
{
    public async Task<ResendIntentResponse> AnswerAsync(ResendIntentRequest request, ServerCallContext context)
    {
        var hash = ResourceNames.ReadIntent("name", request.Name);

        // The relay hears of every intent that waits after a commit.
        await writer.WriteAsync(session => OutcomeTable.Hasten(session, hash), context.CancellationToken);
        var found = await get.AnswerAsync(new GetIntentRequest { Name = request.Name }, context);
        return new ResendIntentResponse { Intent = found.Intent, ReadAt = found.ReadAt };
    }
}
