using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>One accepted intent as the outbox has it on disk.</summary>
/// <param name="Sequence">Its place in the order of acceptance, from 1.</param>
/// <param name="Hash">Its digest.</param>
/// <param name="Call">The call that carries it to the contract: action, signed fields and signature.</param>
/// <param name="Signer">The key that signed, or signed first.</param>
/// <param name="Participant">The participant that is bound.</param>
/// <param name="Invoice">The invoice or the receivable that it concerns; null where there is none.</param>
/// <param name="Deadline">Unix seconds of chain time after which it cannot take effect.</param>
/// <param name="AcceptedAt">When it was taken, to the millisecond.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsFinal">True once <paramref name="State"/> will never change again.</param>
/// <param name="Dispatch">The dispatch that carries it; null while it waits and when it went another way.</param>
/// <param name="SentAs">The newest transaction of that dispatch.</param>
/// <param name="Outcome">What the ledger made of it; null before, and when it expired unseen.</param>
/// <param name="Cancellation">The intent that was accepted to take it back; null where there is none.</param>
internal sealed record OutboxEntry(
    long Sequence,
    IntentHash Hash,
    ReadOnlyMemory<byte> Call,
    Address Signer,
    ParticipantId Participant,
    InvoiceId? Invoice,
    ulong Deadline,
    DateTimeOffset AcceptedAt,
    EntryState State,
    bool IsFinal,
    long? Dispatch,
    Hash32? SentAs,
    EntryOutcome? Outcome,
    IntentHash? Cancellation = null)
{
    /// <summary>Name of its action, such as <c>SubmitInvoice</c>.</summary>
    public string Kind => LedgerCalls.KindOf(Call.Span) ?? "";

    /// <summary>Keccak-256 of the call, under which the ledger reports a refusal.</summary>
    public Hash32 CallHash => Keccak256.Hash(Call.Span);

    /// <summary>No block has taken it yet, and one still may.</summary>
    public bool IsPending => State is EntryState.Waiting or EntryState.Sent;

    /// <summary>A block has taken it, and it took effect.</summary>
    public bool IsExecuted => State == EntryState.Executed;

    /// <summary>It takes back another intent.</summary>
    public bool IsCancellation => Kind == nameof(CancelIntent);

    /// <summary>The transaction that carried it, or else the newest one that is to.</summary>
    public Hash32? TransactionHash => Outcome?.TransactionHash ?? SentAs;
}
