using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Layout;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>An authentic intent could not take effect; its nonce is spent.</summary>
/// <param name="Intent">Its digest.</param>
/// <param name="Participant">Who had signed it.</param>
/// <param name="Reason">ABI-encoded error, at most 256 bytes.</param>
public sealed record IntentRejected(
    IntentHash Intent, ParticipantId Participant, byte[] Reason) : LedgerEvent
{
    internal static readonly EventLayout<IntentRejected> Shape = new(
        nameof(IntentRejected),
        static (ref f) => new IntentRejected(
            f.Indexed(LedgerTypes.Intent, static e => e.Intent),
            f.Indexed(LedgerTypes.Participant, static e => e.Participant),
            f.Next(AbiTypes.Bytes, static e => e.Reason)));

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];

    internal override EventLayout Layout => Shape;
}

/// <summary>An item of a batch was not an authentic intent; nothing was recorded of it.</summary>
/// <param name="CallHash">Keccak-256 of the item.</param>
/// <param name="Reason">ABI-encoded error, at most 256 bytes.</param>
public sealed record IntentRefused(
    Hash32 CallHash, byte[] Reason) : LedgerEvent
{
    internal static readonly EventLayout<IntentRefused> Shape = new(
        nameof(IntentRefused),
        static (ref f) => new IntentRefused(
            f.Indexed(AbiTypes.Bytes32, static e => e.CallHash),
            f.Next(AbiTypes.Bytes, static e => e.Reason)));

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [];

    internal override EventLayout Layout => Shape;
}

/// <summary>A participant has taken an intent back: its nonce is spent, and none that has it takes effect.</summary>
/// <param name="Participant">Who had signed both.</param>
/// <param name="Intent">Digest of the cancellation itself.</param>
/// <param name="Cancelled">Digest of the intent that it was aimed at, as its signer says.</param>
/// <param name="Nonce">The nonce of both.</param>
public sealed record IntentCancelled(
    ParticipantId Participant, IntentHash Intent, IntentHash Cancelled, Nonce Nonce) : LedgerEvent
{
    internal static readonly EventLayout<IntentCancelled> Shape = new(
        nameof(IntentCancelled),
        static (ref f) => new IntentCancelled(
            f.Indexed(LedgerTypes.Participant, static e => e.Participant),
            f.Next(LedgerTypes.Intent, static e => e.Intent),
            f.Indexed(LedgerTypes.Intent, static e => e.Cancelled),
            f.Next(LedgerTypes.Nonce, static e => e.Nonce)));

    /// <inheritdoc/>
    public override IntentHash? IntentConcerned => Intent;

    /// <inheritdoc/>
    public override IReadOnlyList<ParticipantId> ParticipantsNamed => [Participant];

    internal override EventLayout Layout => Shape;
}
