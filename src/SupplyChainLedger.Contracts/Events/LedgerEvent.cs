using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Contracts.Events;

/// <summary>One event of the contracts, decoded.</summary>
public abstract record LedgerEvent
{
    /// <summary>The invoice that it concerns; null where there is none.</summary>
    public virtual InvoiceId? InvoiceConcerned => null;

    /// <summary>The intent that caused it; null where there is none, or where only a call hash is known.</summary>
    public virtual IntentHash? IntentConcerned => null;

    /// <summary>The participants that it names.</summary>
    public abstract IReadOnlyList<ParticipantId> ParticipantsNamed { get; }
}
