using Grpc.Core;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;
using CancelIntent = SupplyChainLedger.Contracts.Intents.CancelIntent;

namespace SupplyChainLedger.Service.Api.Intents;

/// <summary><c>IntentService.CancelIntent</c>: tells what became of both.</summary>
internal sealed class CancelIntentCall(
    IntentSubmission submission, GetIntentCall get, IIntentOutcomes outcomes, IIndexReader index)
{
    public async Task<CancelIntentResponse> AnswerAsync(CancelIntentRequest request, ServerCallContext context)
    {
        var intent = ActionReader.Read(request.Action, IntentActions.Read);
        var entry = await SendAsync(intent, request, context);
        using var snapshot = await index.OpenAsync(minBlock: 0, context.CancellationToken);
        return new CancelIntentResponse
        {
            Intent = IntentWriter.Write(snapshot, entry),
            Cancelled = get.Find(snapshot, intent.Cancelled),
        };
    }

    private async Task<OutboxEntry> SendAsync(
        CancelIntent intent, CancelIntentRequest request, ServerCallContext context)
    {
        try
        {
            return await submission.SendAsync(
                intent, request.Signature, request.WaitFor, context.Deadline, context.CancellationToken);
        }
        catch (LedgerFault fault) when (fault.Reason == ErrorReason.NonceAlreadyUsed
            && outcomes.Find(intent.Cancelled.Value) is { } outcome && outcome.Participant == intent.Participant)
        {
            // The other one was faster, which says more than that the nonce is spent.
            throw IntakeFaults.AlreadyEnded(
                intent.Cancelled,
                outcome.Verdict == IntentVerdict.Executed ? EntryState.Executed : EntryState.Rejected);
        }
    }
}
