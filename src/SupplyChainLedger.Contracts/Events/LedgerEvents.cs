using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>Reads the logs of the contracts <c>Ledger</c> and <c>Participants</c>.</summary>
public static class LedgerEvents
{
    private static readonly EventLayout[] Layouts =
    [
        InvoiceSubmitted.Shape, InvoiceConfirmed.Shape, InvoiceRejected.Shape, InvoiceWithdrawn.Shape,
        IntentRejected.Shape, IntentRefused.Shape, ParticipantRegistered.Shape, SignerAdded.Shape,
        SignerRevoked.Shape, ParticipantSuspended.Shape, ParticipantReinstated.Shape, TransferProposed.Shape,
        TransferAnswered.Shape, StepWithdrawn.Shape, DeadlineApplied.Shape, FinancingRequested.Shape,
        OfferPlaced.Shape, OfferWithdrawn.Shape, OfferAccepted.Shape, DisbursementDeclared.Shape,
        DisbursementAnswered.Shape, ExposureLimitSet.Shape, AccountSet.Shape, PaymentDeclared.Shape,
        PaymentAnswered.Shape, RecourseClaimed.Shape, WrittenOff.Shape, Recovered.Shape, ObligorStopped.Shape,
        StopLifted.Shape, CreditNoteIssued.Shape, CreditNoteAnswered.Shape, DisputeOpened.Shape,
        DisputeAnswered.Shape, CancellationRequested.Shape, CancellationAnswered.Shape, RulesProposed.Shape,
        ThresholdSet.Shape, IntentCancelled.Shape,
    ];

    private static readonly Dictionary<Hash32, EventLayout> ByTopic =
        Layouts.ToDictionary(static layout => layout.Topic0);

    /// <summary>Signatures of all events that are understood, such as <c>SignerRevoked(uint32,address)</c>.</summary>
    public static IEnumerable<string> Signatures => Layouts.Select(static layout => layout.Signature);

    /// <summary>Decodes one log. The caller has checked that the log's address is one of the two contracts'.</summary>
    /// <param name="topics">The log's topics.</param>
    /// <param name="data">The log's data.</param>
    /// <returns>The event, or null for an event that readers have no use for (OpenZeppelin's own, say).</returns>
    /// <exception cref="AbiException">The log has a known signature but not its layout.</exception>
    public static LedgerEvent? Decode(ReadOnlySpan<Hash32> topics, ReadOnlySpan<byte> data) =>
        !topics.IsEmpty && ByTopic.TryGetValue(topics[0], out var layout) ? layout.Decode(topics, data) : null;

    /// <summary>Encodes an event as the contract would log it; for tests and stores that keep the raw form.</summary>
    public static AbiLog Encode(LedgerEvent logged)
    {
        ArgumentNullException.ThrowIfNull(logged);
        return logged.Layout.Encode(logged);
    }
}
