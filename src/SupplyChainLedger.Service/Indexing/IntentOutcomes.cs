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
    public IntentOutcome? Find(Hash32 key)
    {
        using var reading = database.Read();
        return EventTable.NewestOutcome(reading.Session, key) is { } row ? Of(row) : null;
    }

    public IReadOnlyList<IntentOutcome> InBlock(ulong blockNumber)
    {
        using var reading = database.Read();
        return [.. EventTable.OutcomesIn(reading.Session, blockNumber).Select(Of)];
    }

    public Hash32? BlockHash(ulong blockNumber)
    {
        using var reading = database.Read();
        return BlockTable.Find(reading.Session, blockNumber)?.Hash;
    }

    /// <summary>The outcome that an event tells.</summary>
    /// <exception cref="ArgumentException">The event tells none.</exception>
    public static IntentOutcome Of(EventRow row) => row.Event switch
    {
        InvoiceSubmitted e => Executed(e.Intent, e.Supplier, e.Invoice, row),
        InvoiceConfirmed e => Executed(e.Intent, e.Buyer, e.Invoice, row),
        InvoiceRejected e => Executed(e.Intent, e.Buyer, e.Invoice, row),
        InvoiceWithdrawn e => Executed(e.Intent, e.Supplier, e.Invoice, row),
        IntentRejected e =>
            new IntentOutcome(IntentVerdict.Rejected, e.Intent.Value, e.Participant, null, e.Reason, row.At),
        IntentRefused e => new IntentOutcome(IntentVerdict.Refused, e.CallHash, default, null, e.Reason, row.At),
        _ => throw new ArgumentException($"{row.Event.GetType().Name} tells no outcome.", nameof(row)),
    };

    private static IntentOutcome Executed(
        IntentHash intent, ParticipantId participant, InvoiceId invoice, EventRow row) =>
        new(IntentVerdict.Executed, intent.Value, participant, invoice, default, row.At);
}
