using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Service.Indexing.Invoices;

namespace SupplyChainLedger.Service.Indexing.Holdings;

/// <summary>An event of a receivable, with what it made of its holdings.</summary>
/// <param name="Event">What it says.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Invoice">The invoice, after the event.</param>
/// <param name="Changes">The holdings it changed: one that was split before the part that was taken out of it.</param>
internal sealed record ReceivableEvent(
    LedgerEvent Event, LogPosition At, InvoiceRecord Invoice, IReadOnlyList<IndexedHoldingChange> Changes)
{
    /// <summary>Whether it is the confirmation, before which there is nothing of the receivable.</summary>
    public bool Opens => Invoice.Opened == At;

    /// <summary>What it made of the holding that it is about.</summary>
    /// <exception cref="InconsistentChainException">It changes none.</exception>
    public IndexedHoldingChange Change => Changes.Count > 0 ? Changes[^1] : throw Impossible("no holding");

    /// <summary>The holding that it is about, after the event.</summary>
    /// <exception cref="InconsistentChainException">It changes none.</exception>
    public IndexedHolding Holding => Change.After;

    /// <summary>Minor units that are owed less than before, over all holdings.</summary>
    public long Less => Changes.Sum(change => change.AmountBefore - (long)change.After.Record.Amount);

    /// <param name="what">What the index lacks or has instead.</param>
    public InconsistentChainException Impossible(string what) =>
        new($"Log {At.LogIndex} of block {At.Block} tells {Event.GetType().Name} of the receivable {Invoice.Id}, which "
            + $"has {what} for it in the index.");
}

/// <summary>What an event made of one holding.</summary>
/// <param name="Before">The holding before; null where the event made it.</param>
/// <param name="After">The holding after.</param>
internal sealed record IndexedHoldingChange(IndexedHolding? Before, IndexedHolding After)
{
    /// <summary>Minor units before; 0 where there was no holding.</summary>
    public long AmountBefore => (long)(Before?.Record.Amount ?? 0);
}
