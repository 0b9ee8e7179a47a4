using Grpc.Core;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client.Testing;

internal sealed class ParticipantApi(MemoryLedger ledger) : ParticipantService.ParticipantServiceBase
{
    public override Task<GetParticipantResponse> GetParticipant(
        GetParticipantRequest request, ServerCallContext context) =>
        Task.FromResult(new GetParticipantResponse
        {
            Participant = ledger.Participants.FirstOrDefault(participant => participant.Name == request.Name)
                ?? throw Refusals.Of(ErrorReason.ParticipantNotFound, $"There is no participant {request.Name}."),
            ReadAt = ledger.ReadAt,
        });

    public override Task<SetThresholdResponse> SetThreshold(SetThresholdRequest request, ServerCallContext context)
    {
        var intent = ledger.SetThreshold(Actions.Read(request.Action), request.Signature);
        var participant = ledger.Participants.Single(one => one.Name == intent.Participant);
        return Task.FromResult(new SetThresholdResponse { Intent = intent, Participant = participant });
    }

    public override Task<ListParticipantsResponse> ListParticipants(
        ListParticipantsRequest request, ServerCallContext context)
    {
        var found = ledger.Participants
            .Where(participant => request.Role == Role.Unspecified || participant.Roles.Contains(request.Role));
        return Task.FromResult(new ListParticipantsResponse { Participants = { found }, ReadAt = ledger.ReadAt });
    }
}

internal sealed class IntentApi(MemoryLedger ledger) : IntentService.IntentServiceBase
{
    public override Task<GetIntentResponse> GetIntent(GetIntentRequest request, ServerCallContext context) =>
        Task.FromResult(new GetIntentResponse { Intent = ledger.Intent(request.Name), ReadAt = ledger.ReadAt });

    public override Task<CancelIntentResponse> CancelIntent(CancelIntentRequest request, ServerCallContext context)
    {
        var wish = Actions.Read(request.Action);
        var intent = ledger.CancelIntent(wish, request.Signature);
        return Task.FromResult(new CancelIntentResponse
        {
            Intent = intent,
            Cancelled = ledger.Intent(ResourceNames.Of(wish.Cancelled)),
        });
    }

    public override Task<ResendIntentResponse> ResendIntent(ResendIntentRequest request, ServerCallContext context) =>
        Task.FromResult(new ResendIntentResponse { Intent = ledger.Resend(request.Name), ReadAt = ledger.ReadAt });
}

internal sealed class StatusApi(MemoryLedger ledger) : StatusService.StatusServiceBase
{
    public override Task<GetStatusResponse> GetStatus(GetStatusRequest request, ServerCallContext context) =>
        Task.FromResult(new GetStatusResponse
        {
            ChainId = MemoryLedger.ChainId,
            LedgerAddress = MemoryLedger.Address.ToString(),
            HeadBlock = ledger.ReadAt.BlockNumber,
            FinalBlock = ledger.ReadAt.BlockNumber,
            Indexed = ledger.ReadAt,
            NodeReachable = true,
            Version = "0.0.0",
        });
}
