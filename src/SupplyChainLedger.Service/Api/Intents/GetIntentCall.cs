using Grpc.Core;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Intake.Progress;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Intents;

/// <summary><c>IntentService.GetIntent</c>.</summary>
internal sealed class GetIntentCall(IIndexReader index, IntentLog log)
{
    public async Task<GetIntentResponse> AnswerAsync(GetIntentRequest request, ServerCallContext context)
    {
        var hash = ResourceNames.ReadIntent("name", request.Name);
        using var snapshot = await index.OpenAsync(request.MinBlock, context.CancellationToken);
        var intent = Find(snapshot, hash) ?? throw snapshot.Missing(LedgerFaults.IntentNotFound(hash));
        return new GetIntentResponse { Intent = intent, ReadAt = snapshot.Head.ToReadAt() };
    }

    /// <summary>An intent as it stands; null when neither outbox nor chain knows it.</summary>
    public Intent? Find(IndexSnapshot snapshot, IntentHash hash) =>
        (log.Find(hash), snapshot.Events.OutcomeOf(hash)) switch
        {
            // The outbox settles behind the index, and the answer includes all events of the block it is read at.
            ({ IsPending: true } entry, { } seen) => IntentWriter.Write(snapshot, entry, seen),
            ({ } entry, _) => IntentWriter.Write(snapshot, entry),
            (null, { } seen) => IntentWriter.Write(snapshot, seen),
            _ => null,
        };
}
