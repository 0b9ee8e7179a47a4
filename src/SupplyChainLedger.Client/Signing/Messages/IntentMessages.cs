using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Signing.Messages;

/// <summary>What is signed about other intents, as the API takes it.</summary>
internal static class IntentMessages
{
    public static V1.CancelIntent ToApi(this Intents.CancelIntent intent) => new()
    {
        Participant = intent.Participant.Value,
        Cancelled = intent.Cancelled.ToString(),
        Nonce = intent.Nonce.ToString(),
        Deadline = intent.Deadline,
    };
}
