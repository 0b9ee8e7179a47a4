using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Intake.Settlement;

/// <summary>
/// Tells what intents have come to. What the index has under an intent's digest counts above all, whoever carried it
/// there, as long as the intent is not final; a refusal counts for a pending intent only.
/// </summary>
internal sealed class OutcomeJudge(IIntentOutcomes outcomes, OutboxDatabase outbox)
{
    /// <summary>Judges what one block says; null when it concerns no entry of the outbox.</summary>
    public Judgement? Judge(IntentOutcome outcome)
    {
        if (outcome.Verdict != IntentVerdict.Refused) return Ended(new IntentHash(outcome.Key), outcome);
        var entry = outbox.Read(sqlite => EntryTable.FindPendingByCall(sqlite, outcome.Key));
        return entry is null ? null : JudgeRefusal(entry, EntryOutcome.From(outcome));
    }

    /// <summary>Judges a pending intent by all that the index has of it; null when that is nothing.</summary>
    public Judgement? Judge(OutboxEntry entry)
    {
        if (outcomes.Find(entry.Hash.Value) is { } outcome) return Ended(entry.Hash, outcome);
        return outcomes.Find(entry.CallHash) is { Verdict: IntentVerdict.Refused } refusal
            ? JudgeRefusal(entry, EntryOutcome.From(refusal))
            : null;
    }

    /// <summary>Judges an intent that was refused before; null where it still has not taken effect.</summary>
    public Judgement? JudgeAgain(OutboxEntry refused) =>
        outcomes.Find(refused.Hash.Value) is { } outcome ? Ended(refused.Hash, outcome) : null;

    /// <summary>Judges a refusal, seen in a block or in a simulation at the state of an indexed block.</summary>
    public Judgement JudgeRefusal(OutboxEntry entry, EntryOutcome refusal)
    {
        if (outcomes.Find(entry.Hash.Value) is { } outcome) return Ended(entry.Hash, outcome);
        return ContractReasons.Decode(refusal.Reason.Span).Name switch
        {
            "IntentExpired" => new Judgement.Ended(entry.Hash, EntryState.Expired, refusal),
            "NonceAlreadyUsed" =>
                new Judgement.Ended(entry.Hash, EntryState.Cancelled, ProofOf(entry, refusal) ?? refusal),
            "DeadlineTooFar" => new Judgement.Postponed(entry.Hash, EarliestTime(entry)),
            _ => new Judgement.Ended(entry.Hash, EntryState.Rejected, refusal),
        };
    }

    private static Judgement Ended(IntentHash intent, IntentOutcome outcome) => outcome.NonceTaken is { } nonce
        ? new Judgement.Cancelled(intent, outcome.Participant, nonce, EntryOutcome.From(outcome))
        : new Judgement.Ended(
            intent,
            outcome.Verdict == IntentVerdict.Executed ? EntryState.Executed : EntryState.Rejected,
            EntryOutcome.From(outcome));

    /// <summary>Where its cancellation has spent the nonce; null where that did not.</summary>
    private EntryOutcome? ProofOf(OutboxEntry entry, EntryOutcome refusal) =>
        entry.Cancellation is { } cancellation
        && outcomes.Find(cancellation.Value) is { Verdict: IntentVerdict.Executed } spent
            ? EntryOutcome.From(spent) with { Verdict = IntentVerdict.Refused, Reason = refusal.Reason }
            : null;

    private static ulong EarliestTime(OutboxEntry entry) =>
        entry.Deadline - (ulong)LedgerDomain.MaxHorizon.TotalSeconds;
}
