using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Indexing;

/// <summary>What the ledger made of an intent.</summary>
internal enum IntentVerdict
{
    /// <summary>It took effect.</summary>
    Executed,

    /// <summary>It was authentic but not admissible; its nonce is spent.</summary>
    Rejected,

    /// <summary>It was not authentic, expired, or its nonce was spent before; nothing was recorded of it.</summary>
    Refused,
}

/// <summary>An outcome as the chain's events tell it.</summary>
/// <param name="Verdict">What the ledger made of it.</param>
/// <param name="Key">The intent's digest; for <see cref="IntentVerdict.Refused"/> the hash of its call.</param>
/// <param name="Participant">Who is bound; 0 for a refused one and for proposed rules, whose event does not say.</param>
/// <param name="Invoice">The invoice whose record or receivable changed; null where there is none.</param>
/// <param name="Reason">The contract's ABI-encoded error; empty when executed.</param>
/// <param name="At">Where it was recorded.</param>
/// <param name="NonceTaken">
/// Of a cancellation that took effect, the nonce that it has taken from the intent that had it; null for all else.
/// </param>
internal sealed record IntentOutcome(
    IntentVerdict Verdict,
    Hash32 Key,
    ParticipantId Participant,
    InvoiceId? Invoice,
    ReadOnlyMemory<byte> Reason,
    RecordedAt At,
    Nonce? NonceTaken = null);
