using Google.Protobuf;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;
using CancelIntent = SupplyChainLedger.Contracts.Intents.CancelIntent;

namespace SupplyChainLedger.Client.Signing;

/// <content>Intents that were signed before.</content>
public sealed partial class ParticipantSigner
{
    /// <summary>
    /// Signs that an intent is taken back. The cancellation has the nonce of the intent, and lasts at least as long.
    /// </summary>
    /// <param name="intent">The intent of this participant as the service shows it.</param>
    /// <exception cref="LedgerException">
    /// INTENT_ALREADY_ENDED: it reached the chain without the service, which does not know its nonce.
    /// </exception>
    public SignedIntent<CancelIntent> CancelIntent(Intent intent)
    {
        ArgumentNullException.ThrowIfNull(intent);
        if (!ResourceNames.TryParseIntent(intent.Name, out var hash))
            throw new LedgerMismatchException("the intent's name", "intents/ and a digest", intent.Name);
        if (FieldsOf(intent.Action) is not var (nonce, deadline))
            throw LedgerExceptions.AlreadyEnded(hash, intent.State);
        return Sign(new CancelIntent(Participant, hash, nonce, Math.Max(deadline, Deadline())));
    }

    /// <summary>The two fields that every kind of action ends with; null where there is no action.</summary>
    private static (Nonce Nonce, ulong Deadline)? FieldsOf(V1.Action? action)
    {
        if (action is null) return null;
        var chosen = V1.Action.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(action);
        if (chosen?.Accessor.GetValue(action) is not IMessage kind) return null;
        var fields = kind.Descriptor;
        return Nonce.TryParse((string)fields.FindFieldByName("nonce").Accessor.GetValue(kind), out var nonce)
            ? (nonce, (ulong)fields.FindFieldByName("deadline").Accessor.GetValue(kind))
            : null;
    }
}
