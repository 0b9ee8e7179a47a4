using Grpc.Core;
using SupplyChainLedger.Service.Api.Requests;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Intake.Progress;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.Service.Queries.Paging;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Intents;

/// <summary><c>IntentService.ListIntents</c>.</summary>
internal sealed class ListIntentsCall(IIndexReader index, IntentLog log, PageTokens tokens)
{
    private const string ListName = "intents";

    public async Task<ListIntentsResponse> AnswerAsync(ListIntentsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request.PageSize, request.PageToken);
        var fields = new RequestFields();
        fields.RequireKnown("state", request.State);
        fields.ThrowIfAnyIsRefused();
        using var snapshot = await index.OpenAsync(minBlock: 0, context.CancellationToken);
        var participant = snapshot.FindParty("participant", request.Participant);
        var state = IntentWriter.Read(request.State);
        var filter = $"participant={participant?.Value},state={(int?)state}";
        long? before = page.Token.Length == 0 ? null : tokens.Read(ListName, filter, page.Token).First;

        var entries = log.List(participant, state, before, page.Size + 1);
        var response = new ListIntentsResponse { ReadAt = snapshot.Head.ToReadAt() };
        response.Intents.AddRange(entries.Take(page.Size).Select(entry => IntentWriter.Write(snapshot, entry)));
        if (entries.Count > page.Size)
            response.NextPageToken = tokens.Write(ListName, filter, new PageCursor(entries[page.Size - 1].Sequence));
        return response;
    }
}
