using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Intake.Settlement;

/// <summary>What an intent comes to by the word of a block.</summary>
internal abstract record Judgement(IntentHash Intent)
{
    /// <summary>Writes it to the outbox.</summary>
    public abstract void Apply(OutboxSession session);

    /// <summary>It has come to an end there.</summary>
    public sealed record Ended(IntentHash Intent, EntryState State, EntryOutcome Outcome) : Judgement(Intent)
    {
        public override void Apply(OutboxSession session) => OutcomeTable.Record(session, Intent, State, Outcome);
    }

    /// <summary>It took the nonce from another intent, whose end that is, whether this service knows either or not.
    /// </summary>
    public sealed record Cancelled(
        IntentHash Intent, ParticipantId Participant, Nonce Nonce, EntryOutcome Outcome) : Judgement(Intent)
    {
        public override void Apply(OutboxSession session)
        {
            OutcomeTable.Record(session, Intent, Outcome);
            OutcomeTable.Cancel(session, Participant, Nonce, Outcome);
        }
    }

    /// <summary>It came too early and is sent again once the chain's time has reached a moment.</summary>
    public sealed record Postponed(IntentHash Intent, ulong NotBefore) : Judgement(Intent)
    {
        public override void Apply(OutboxSession session) => OutcomeTable.Postpone(session, Intent, NotBefore);
    }
}
