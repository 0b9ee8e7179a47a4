using Grpc.Core;
using SupplyChainLedger.Contracts.Registry;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Participants;

/// <summary><c>ParticipantService.ListParticipants</c>.</summary>
internal sealed class ListParticipantsCall(IIndexReader index)
{
    public async Task<ListParticipantsResponse> AnswerAsync(
        ListParticipantsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        var fields = new RequestFields();
        fields.RequireKnown("role", request.Role);
        fields.ThrowIfAnyIsRefused();
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        ParticipantRoles? role = request.Role == Role.Unspecified ? null : RoleWriter.Read(request.Role);
        var found = snapshot.Participants.List(role, page);
        var response = new ListParticipantsResponse
        {
            NextPageToken = found.NextToken,
            ReadAt = snapshot.Head.ToReadAt(),
        };
        response.Participants.AddRange(found.Items.Select(row => ParticipantWriter.Write(snapshot, row)));
        return response;
    }
}
