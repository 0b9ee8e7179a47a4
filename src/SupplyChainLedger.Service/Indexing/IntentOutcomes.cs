using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing.Blocks;
using SupplyChainLedger.Service.Indexing.Events;
using SupplyChainLedger.Service.Indexing.Storage;

namespace SupplyChainLedger.Service.Indexing;

/// <summary>Reads outcomes off the indexed events: each event of the ledger tells exactly one.</summary>
internal sealed class IntentOutcomes(IndexDatabase database) : IIntentOutcomes
{
    public IntentOutcome? Find(Hash32 key) =>
        database.Look(session => EventTable.NewestOutcome(session, key)) is { } row ? Of(row) : null;

    public IReadOnlyList<IntentOutcome> InBlock(ulong blockNumber) =>
        [.. database.Look(session => EventTable.OutcomesIn(session, blockNumber)).Select(Of)];

    public Hash32? BlockHash(ulong blockNumber) =>
        database.Look(session => BlockTable.Find(session, blockNumber))?.Hash;

    /// <summary>The outcome that an event tells.</summary>
    /// <exception cref="ArgumentException">The event tells none.</exception>
    public static IntentOutcome Of(EventRow row) => row.Event switch
    {
        IntentRejected e =>
            new IntentOutcome(IntentVerdict.Rejected, e.Intent.Value, e.Participant, null, e.Reason, row.At),
        IntentRefused e => new IntentOutcome(IntentVerdict.Refused, e.CallHash, default, null, e.Reason, row.At),
        { IntentConcerned: { } intent } e and not ObligorStopped => new IntentOutcome(
            IntentVerdict.Executed, intent.Value, ActorOf(e), e.InvoiceConcerned, default, row.At,
            (e as IntentCancelled)?.Nonce),
        _ => throw new ArgumentException($"{row.Event.GetType().Name} tells no outcome.", nameof(row)),
    };

    /// <summary>Who has signed what an event tells of; nobody (0) where it does not say.</summary>
    private static ParticipantId ActorOf(LedgerEvent logged) => logged switch
    {
        InvoiceSubmitted e => e.Supplier,
        InvoiceConfirmed e => e.Buyer,
        InvoiceRejected e => e.Buyer,
        InvoiceWithdrawn e => e.Supplier,
        TransferProposed e => e.Record.Holder,
        TransferAnswered e => e.Recipient,
        StepWithdrawn e => e.Participant,
        DeadlineApplied e => e.Participant,
        FinancingRequested e => e.Holder,
        OfferPlaced e => e.Financier,
        OfferWithdrawn e => e.Financier,
        OfferAccepted e => e.Record.Holder,
        DisbursementDeclared e => e.Financier,
        DisbursementAnswered e => e.Holder,
        ExposureLimitSet e => e.Financier,
        AccountSet e => e.Participant,
        PaymentDeclared e => e.Payer,
        PaymentAnswered e => e.Holder,
        RecourseClaimed e => e.Holder,
        WrittenOff e => e.Holder,
        Recovered e => e.Holder,
        StopLifted e => e.Operator,
        CreditNoteIssued e => e.Supplier,
        CreditNoteAnswered e => e.Holder,
        DisputeOpened e => e.Buyer,
        DisputeAnswered e => e.Holder,
        CancellationRequested e => e.Supplier,
        CancellationAnswered e => e.Buyer,
        ThresholdSet e => e.Participant,
        IntentCancelled e => e.Participant,
        _ => default,
    };
}
