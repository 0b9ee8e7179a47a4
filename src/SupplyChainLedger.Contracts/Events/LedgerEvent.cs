using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>One event of the contracts, decoded. Each kind knows its layout in the log.</summary>
public abstract record LedgerEvent
{
    /// <summary>The invoice, or the receivable of the same id, that it concerns; null where there is none.</summary>
    public virtual InvoiceId? InvoiceConcerned => null;

    /// <summary>The holding that it concerns; of a split the part that was taken out. Null where there is none.
    /// </summary>
    public virtual HoldingId? HoldingConcerned => null;

    /// <summary>The holding that a split took a part from; null where nothing was split.</summary>
    public virtual HoldingId? ParentConcerned => null;

    /// <summary>The holdings that it changed, as they are from then on; of a split the parent, then the part.
    /// </summary>
    public virtual IReadOnlyList<HoldingChange> HoldingsChanged => [];

    /// <summary>The intent that caused it; null where there is none, or where only a call hash is known.</summary>
    public virtual IntentHash? IntentConcerned => null;

    /// <summary>The participants that it names.</summary>
    public abstract IReadOnlyList<ParticipantId> ParticipantsNamed { get; }

    internal abstract EventLayout Layout { get; }
}
