using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Participants;

/// <summary><c>ParticipantService</c>: one class a call.</summary>
internal sealed class ParticipantApi(GetParticipantCall get, ListParticipantsCall list)
    : ParticipantService.ParticipantServiceBase
{
    public override Task<GetParticipantResponse> GetParticipant(
        GetParticipantRequest request, ServerCallContext context) => get.AnswerAsync(request, context);

    public override Task<ListParticipantsResponse> ListParticipants(
        ListParticipantsRequest request, ServerCallContext context) => list.AnswerAsync(request, context);
}
