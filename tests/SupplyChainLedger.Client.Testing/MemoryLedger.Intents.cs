using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Signing.Messages;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Testing;

/// <content>Intents that wait, and those that take them back.</content>
public sealed partial class MemoryLedger
{
    /// <summary>A participant takes back what waits.</summary>
    public Intent CancelIntent(Intents.CancelIntent wish, string signature) => Execute(wish, signature, () =>
    {
        var cancelled = Intent(ResourceNames.Of(wish.Cancelled));
        if (cancelled.State != IntentState.Accepted)
        {
            throw Refusals.Of(
                ErrorReason.IntentAlreadyEnded,
                $"The intent cannot be taken back: it is {cancelled.State.ToString().ToLowerInvariant()}.");
        }

        if (cancelled.Participant != NameOf(wish.Participant))
            throw Refusals.Of(ErrorReason.CancellationMismatch, "The intent is of another participant.");

        var here = NextBlock();
        cancelled.State = IntentState.Cancelled;
        cancelled.Final = true;
        cancelled.Inclusion = here;
        cancelled.Rejection = new Rejection
        {
            Reason = ErrorReasons.NameOf(ErrorReason.NonceAlreadyUsed),
            Message = "The nonce is spent.",
        };
        cancelled.Cancellation = ResourceNames.Of(wish.Digest(Domain));
        Record(here).IntentCancelled = new IntentCancelled
        {
            Participant = cancelled.Participant,
            Intent = cancelled.Cancellation,
            Cancelled = cancelled.Name,
        };
        return here;
    });

    /// <summary>What is held up, as far as tests hold it up: claims.</summary>
    private static Intent Held(LedgerIntent intent, string name, string participant) => new()
    {
        Name = name,
        Participant = participant,
        State = IntentState.Accepted,
        Action = intent is Intents.SubmitInvoice claim ? new V1.Action { SubmitInvoice = claim.ToApi() } : null,
    };
}
