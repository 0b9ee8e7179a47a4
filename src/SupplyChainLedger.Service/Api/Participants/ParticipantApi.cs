using Grpc.Core;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Api.Intents;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Participants;

/// <summary><c>ParticipantService</c>: one class a call.</summary>
internal sealed class ParticipantApi(WriteCall write, GetParticipantCall get, ListParticipantsCall list)
    : ParticipantService.ParticipantServiceBase
{
    public override Task<GetParticipantResponse> GetParticipant(
        GetParticipantRequest request, ServerCallContext context) => get.AnswerAsync(request, context);

    public override Task<ListParticipantsResponse> ListParticipants(
        ListParticipantsRequest request, ServerCallContext context) => list.AnswerAsync(request, context);

    public override Task<SetThresholdResponse> SetThreshold(SetThresholdRequest request, ServerCallContext context) =>
        write.AnswerAsync(
            ActionReader.Read(request.Action, RuleActions.Read),
            request.Signature,
            request.WaitFor,
            context,
            Recorded.Participant,
            static (intent, participant) => new SetThresholdResponse { Intent = intent, Participant = participant });
}
