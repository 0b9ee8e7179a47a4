using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Service.Api.Actions;

/// <summary>Reads and shows what is signed about other intents.</summary>
internal static class IntentActions
{
    public static CancelIntent Read(ActionFields f, V1.CancelIntent from) => new(
        f.Participant("participant", from.Participant),
        new IntentHash(f.Hash("cancelled", from.Cancelled)),
        f.Nonce(from.Nonce),
        f.Deadline(from.Deadline));

    public static V1.CancelIntent Write(CancelIntent i) => new()
    {
        Participant = i.Participant.Value,
        Cancelled = i.Cancelled.ToString(),
        Nonce = i.Nonce.ToString(),
        Deadline = i.Deadline,
    };
}
