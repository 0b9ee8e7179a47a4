using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Simulation.Chain;

namespace SupplyChainLedger.Simulation.Invariants;

/// <summary>Compares what the outbox says of each intent, once all have come to an end, with the chain.</summary>
internal static class LastWord
{
    private const string All = $"SELECT {EntryRow.Columns} FROM intent ORDER BY sequence";

    /// <summary>Every entry of an outbox.</summary>
    public static List<OutboxEntry> Read(OutboxDatabase outbox) =>
        outbox.Read(static sqlite => sqlite.All(All, EntryRow.Read));

    public static void Require(
        IEnumerable<OutboxEntry> entries, SimulatedChain chain, Promises promises, Verdict verdict)
    {
        var words = chain.Tip.State.Words;
        foreach (var entry in entries)
        {
            verdict.Require(promises.MayHold(entry.Hash), () => $"intent {entry.Hash} was refused and is there");
            verdict.Require(entry.IsFinal, () => $"intent {entry.Hash} is {entry.State} and not final");
            verdict.Require(
                Agrees(entry, words.TryGetValue(entry.Hash, out var word) ? word : null, chain),
                () => $"intent {entry.Hash} is {entry.State} ({entry.Outcome?.Verdict}), and the chain says "
                    + $"{(words.TryGetValue(entry.Hash, out var said) ? said : "nothing")}");
        }
    }

    private static bool Agrees(OutboxEntry entry, BatchOutcome? word, SimulatedChain chain) => entry.State switch
    {
        EntryState.Executed => word == BatchOutcome.Executed && IsThere(entry, chain),
        EntryState.Rejected when entry.Outcome?.Verdict == IntentVerdict.Rejected =>
            word == BatchOutcome.Rejected && IsThere(entry, chain),
        EntryState.Rejected or EntryState.Expired => word is null && entry.Deadline < chain.Tip.Header.Timestamp,
        EntryState.Cancelled => word is null && chain.Tip.State.IsSpent(
            LedgerCalls.DecodeAction(entry.Call.Span).Intent),
        _ => false,
    };

    private static bool IsThere(OutboxEntry entry, SimulatedChain chain) =>
        entry.Outcome is { } outcome
        && chain.Tip.Has(outcome.Block.Hash, outcome.Block.Number)
        && chain.Find(outcome.Block.Hash)!.Logs.Any(log =>
            log.LogIndex == outcome.LogIndex && log.TransactionHash == outcome.TransactionHash);
}
