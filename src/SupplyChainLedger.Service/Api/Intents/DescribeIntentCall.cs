using Google.Protobuf;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum.TypedData;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Intake.Progress;
using SupplyChainLedger.V1;
using Action = SupplyChainLedger.V1.Action;
using CancelIntent = SupplyChainLedger.V1.CancelIntent;

namespace SupplyChainLedger.Service.Api.Intents;

/// <summary><c>IntentService.DescribeIntent</c>.</summary>
internal sealed class DescribeIntentCall(TypedDataDomain domain, IntentLog log, TimeProvider time)
{
    private static readonly TimeSpan UsualDeadline = TimeSpan.FromHours(1);

    public DescribeIntentResponse Answer(DescribeIntentRequest request)
    {
        var action = request.Action?.Clone();
        if (action is not null) Complete(action);
        var intent = ActionReader.Read(action);
        return new DescribeIntentResponse
        {
            Action = action,
            Digest = intent.Digest(domain).ToString(),
            TypedDataJson = intent.ToTypedDataJson(domain),
        };
    }

    // Every kind of action ends with the same two fields (action.proto).
    private void Complete(Action action)
    {
        var chosen = Action.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(action);
        if (chosen?.Accessor.GetValue(action) is not IMessage kind) return;
        var nonce = kind.Descriptor.FindFieldByName("nonce").Accessor;
        var deadline = kind.Descriptor.FindFieldByName("deadline").Accessor;
        if (action.CancelIntent is { } cancelling) CompleteAsCancelled(cancelling);
        else if (nonce.GetValue(kind) is "") nonce.SetValue(kind, Nonce.FirstOfRandomRun().ToString());
        if (deadline.GetValue(kind) is 0UL)
            deadline.SetValue(kind, (ulong)(time.GetUtcNow() + UsualDeadline).ToUnixTimeSeconds());
    }

    // A cancellation has the nonce of the intent that it names, and lasts as long as that may take effect.
    private void CompleteAsCancelled(CancelIntent cancelling)
    {
        if (!IntentHash.TryParse(cancelling.Cancelled, out var hash) || log.Find(hash) is not { } entry) return;
        var (cancelled, _) = LedgerCalls.DecodeAction(entry.Call.Span);
        if (cancelling.Nonce.Length == 0) cancelling.Nonce = cancelled.Nonce.ToString();
        if (cancelling.Deadline == 0) cancelling.Deadline = cancelled.Deadline;
    }
}
