using Grpc.Core;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Progress;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Intents;

/// <summary><c>IntentService.GetIntent</c>.</summary>
internal sealed class GetIntentCall(IIndexReader index, IntentLog log, IIntentOutcomes outcomes)
{
    public async Task<GetIntentResponse> AnswerAsync(GetIntentRequest request, ServerCallContext context)
    {
        var hash = ResourceNames.ReadIntent("name", request.Name);
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        Intent intent;
        if (log.Find(hash) is { } entry) intent = IntentWriter.Write(snapshot, entry);
        else if (outcomes.Find(hash.Value) is { } outcome) intent = IntentWriter.Write(snapshot, outcome);
        else throw LedgerFaults.IntentNotFound(hash);
        return new GetIntentResponse { Intent = intent, ReadAt = snapshot.Head.ToReadAt() };
    }
}
