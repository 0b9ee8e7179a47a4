using Grpc.Core;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Participants;

/// <summary><c>ParticipantService.GetParticipant</c>.</summary>
internal sealed class GetParticipantCall(IIndexReader index)
{
    public async Task<GetParticipantResponse> AnswerAsync(GetParticipantRequest request, ServerCallContext context)
    {
        var handle = ResourceNames.ReadParticipant("name", request.Name);
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var row = snapshot.Participants.Find(handle)
            ?? throw snapshot.Missing(LedgerFaults.ParticipantNotFound(request.Name));
        return new GetParticipantResponse
        {
            Participant = ParticipantWriter.Write(snapshot, row),
            ReadAt = snapshot.Head.ToReadAt(),
        };
    }
}
