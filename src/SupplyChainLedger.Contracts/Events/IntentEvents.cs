using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>An authentic intent could not take effect; its nonce is spent.</summary>
/// <param name="Intent">Its digest.</param>
/// <param name="Participant">Who had signed it.</param>
/// <param name="Reason">ABI-encoded error, at most 256 bytes.</param>
public sealed record IntentRejected(IntentHash Intent, ParticipantId Participant, byte[] Reason) : LedgerEvent
{
    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];
}

/// <summary>An item of a batch was not an authentic intent; nothing was recorded of it.</summary>
/// <param name="CallHash">Keccak-256 of the item.</param>
/// <param name="Reason">ABI-encoded error, at most 256 bytes.</param>
public sealed record IntentRefused(Hash32 CallHash, byte[] Reason) : LedgerEvent
{
    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [];
}
