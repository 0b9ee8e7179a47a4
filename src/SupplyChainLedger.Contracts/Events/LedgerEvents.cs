using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>Reads the logs of the contracts <c>Ledger</c> and <c>Participants</c>.</summary>
public static class LedgerEvents
{
    private delegate LedgerEvent Decoder(ReadOnlySpan<Hash32> topics, ReadOnlySpan<byte> data);

    private static readonly Dictionary<Hash32, Decoder> Decoders = new()
    {
        [LedgerEventTypes.InvoiceSubmitted.Topic0] = LedgerEventTypes.InvoiceSubmitted.Decode,
        [LedgerEventTypes.InvoiceConfirmed.Topic0] = LedgerEventTypes.InvoiceConfirmed.Decode,
        [LedgerEventTypes.InvoiceRejected.Topic0] = LedgerEventTypes.InvoiceRejected.Decode,
        [LedgerEventTypes.InvoiceWithdrawn.Topic0] = LedgerEventTypes.InvoiceWithdrawn.Decode,
        [LedgerEventTypes.IntentRejected.Topic0] = LedgerEventTypes.IntentRejected.Decode,
        [LedgerEventTypes.IntentRefused.Topic0] = LedgerEventTypes.IntentRefused.Decode,
        [LedgerEventTypes.ParticipantRegistered.Topic0] = LedgerEventTypes.ParticipantRegistered.Decode,
        [LedgerEventTypes.SignerAdded.Topic0] = LedgerEventTypes.SignerAdded.Decode,
        [LedgerEventTypes.SignerRevoked.Topic0] = LedgerEventTypes.SignerRevoked.Decode,
        [LedgerEventTypes.ParticipantSuspended.Topic0] = LedgerEventTypes.ParticipantSuspended.Decode,
        [LedgerEventTypes.ParticipantReinstated.Topic0] = LedgerEventTypes.ParticipantReinstated.Decode,
    };

    /// <summary>Decodes one log. The caller has checked that the log's address is one of the two contracts'.</summary>
    /// <param name="topics">The log's topics.</param>
    /// <param name="data">The log's data.</param>
    /// <returns>The event, or null for an event that readers have no use for (OpenZeppelin's own, say).</returns>
    /// <exception cref="AbiException">The log has a known signature but not its layout.</exception>
    public static LedgerEvent? Decode(ReadOnlySpan<Hash32> topics, ReadOnlySpan<byte> data) =>
        !topics.IsEmpty && Decoders.TryGetValue(topics[0], out var decode) ? decode(topics, data) : null;

    /// <summary>Encodes an event as the contract would log it; for tests and stores that keep the raw form.</summary>
    public static AbiLog Encode(LedgerEvent logged)
    {
        ArgumentNullException.ThrowIfNull(logged);
        return logged switch
        {
            InvoiceSubmitted e => LedgerEventTypes.InvoiceSubmitted.Encode(e),
            InvoiceConfirmed e => LedgerEventTypes.InvoiceConfirmed.Encode(e),
            InvoiceRejected e => LedgerEventTypes.InvoiceRejected.Encode(e),
            InvoiceWithdrawn e => LedgerEventTypes.InvoiceWithdrawn.Encode(e),
            IntentRejected e => LedgerEventTypes.IntentRejected.Encode(e),
            IntentRefused e => LedgerEventTypes.IntentRefused.Encode(e),
            ParticipantRegistered e => LedgerEventTypes.ParticipantRegistered.Encode(e),
            SignerAdded e => LedgerEventTypes.SignerAdded.Encode(e),
            SignerRevoked e => LedgerEventTypes.SignerRevoked.Encode(e),
            ParticipantSuspended e => LedgerEventTypes.ParticipantSuspended.Encode(e),
            ParticipantReinstated e => LedgerEventTypes.ParticipantReinstated.Encode(e),
            _ => throw new ArgumentException($"{logged.GetType().Name} is no event of the contracts.", nameof(logged)),
        };
    }
}
