using Google.Protobuf.WellKnownTypes;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Api.Actions;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Queries;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows intents as the API has them.</summary>
internal static class IntentWriter
{
    /// <summary>An intent that this service has accepted.</summary>
    public static Intent Write(IndexSnapshot snapshot, OutboxEntry entry)
    {
        var (signed, signatures) = LedgerCalls.DecodeAction(entry.Call.Span);
        var intent = new Intent
        {
            Name = ResourceNames.Of(entry.Hash),
            Action = ActionWriter.Write(signed),
            Participant = ResourceNames.OfParticipant(snapshot.Participants.HandleOf(entry.Participant)),
            Signer = entry.Signer.ToString(),
            SecondSigner = signatures.Second?.Recover(entry.Hash.Value)?.ToString() ?? "",
            State = StateOf(entry.State),
            Final = entry.IsFinal,
            AcceptTime = Timestamp.FromDateTimeOffset(entry.AcceptedAt),
            TransactionHash = entry.TransactionHash?.ToString() ?? "",
            Invoice = entry.Invoice is { } invoice ? ResourceNames.Of(invoice) : "",
            Holding = signed.HoldingConcerned is { } holding ? ResourceNames.Of(holding) : "",
            Cancellation = entry.Cancellation is { } cancellation ? ResourceNames.Of(cancellation) : "",
        };
        if (entry.Outcome is not { } outcome) return intent;

        if (outcome is { TransactionHash: { } transaction, LogIndex: { } logIndex })
        {
            intent.Inclusion = new RecordedAt(outcome.Block, transaction, logIndex).ToApi(snapshot.Head.FinalBlock);
        }

        if (outcome.Verdict != IntentVerdict.Executed) intent.Rejection = RejectionWriter.Write(outcome.Reason.Span);
        return intent;
    }

    /// <summary>An accepted intent of which the index tells the outcome before the outbox does.</summary>
    public static Intent Write(IndexSnapshot snapshot, OutboxEntry pending, IntentOutcome outcome) => Write(
        snapshot,
        pending with
        {
            State = outcome.Verdict == IntentVerdict.Executed ? EntryState.Executed : EntryState.Rejected,
            Outcome = EntryOutcome.From(outcome),
        });

    /// <summary>An intent that reached the chain without this service: what the chain tells of it.</summary>
    public static Intent Write(IndexSnapshot snapshot, IntentOutcome outcome)
    {
        var final = snapshot.Head.FinalBlock;
        var intent = new Intent
        {
            Name = ResourceNames.Of(new IntentHash(outcome.Key)),
            Participant = outcome.Participant.Value == 0
                ? ""
                : ResourceNames.OfParticipant(snapshot.Participants.HandleOf(outcome.Participant)),
            State = outcome.Verdict == IntentVerdict.Executed ? IntentState.Executed : IntentState.Rejected,
            Final = outcome.At.Block.Number <= final,
            TransactionHash = outcome.At.TransactionHash.ToString(),
            Inclusion = outcome.At.ToApi(final),
            Invoice = outcome.Invoice is { } invoice ? ResourceNames.Of(invoice) : "",
        };
        if (outcome.Verdict != IntentVerdict.Executed) intent.Rejection = RejectionWriter.Write(outcome.Reason.Span);
        return intent;
    }

    /// <summary>The state of a filter; null for all.</summary>
    public static EntryState? Read(IntentState state) => state switch
    {
        IntentState.Accepted => EntryState.Waiting,
        IntentState.Sent => EntryState.Sent,
        IntentState.Executed => EntryState.Executed,
        IntentState.Rejected => EntryState.Rejected,
        IntentState.Expired => EntryState.Expired,
        IntentState.Cancelled => EntryState.Cancelled,
        _ => null,
    };

    private static IntentState StateOf(EntryState state) => state switch
    {
        EntryState.Waiting => IntentState.Accepted,
        EntryState.Sent => IntentState.Sent,
        EntryState.Executed => IntentState.Executed,
        EntryState.Rejected => IntentState.Rejected,
        EntryState.Expired => IntentState.Expired,
        EntryState.Cancelled => IntentState.Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "An intent cannot stand there."),
    };
}
