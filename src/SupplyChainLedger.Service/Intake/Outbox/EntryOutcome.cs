using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Intake.Outbox;

/// <summary>What the ledger made of an intent, and where.</summary>
/// <param name="Verdict">
/// Executed and rejected ones have spent their nonce. A refused one has not: it can still take effect under another
/// signature until its deadline passes.
/// </param>
/// <param name="Block">The block that recorded it, or at whose state the relay's simulation saw it refused.</param>
/// <param name="TransactionHash">The transaction that carried it; null when it was refused before it was sent.</param>
/// <param name="LogIndex">Index of the log within the block; null when it was refused before it was sent.</param>
/// <param name="Reason">The contract's ABI-encoded error; empty when executed.</param>
internal sealed record EntryOutcome(
    IntentVerdict Verdict, BlockRef Block, Hash32? TransactionHash, uint? LogIndex, ReadOnlyMemory<byte> Reason)
{
    public static EntryOutcome From(IntentOutcome outcome) => new(
        outcome.Verdict, outcome.At.Block, outcome.At.TransactionHash, outcome.At.LogIndex, outcome.Reason);
}
