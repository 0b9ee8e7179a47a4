using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Service.Indexing.Holdings;

namespace SupplyChainLedger.Service.Indexing.Corrections;

/// <summary>What each event makes of a request to cancel.</summary>
internal static class CancellationFold
{
    /// <summary>Whether an event is about a request to cancel.</summary>
    public static bool Concerns(ReceivableEvent logged) => logged.Event
        is CancellationRequested
        or CancellationAnswered
        or StepWithdrawn { Step: HoldingStep.CancellationRequested }
        or DeadlineApplied { Step: HoldingStep.CancellationRequested };

    /// <param name="before">The newest request of the receivable; null where there was none.</param>
    /// <param name="logged">An event about a request of the receivable.</param>
    /// <exception cref="InconsistentChainException">The contract cannot have logged this event here.</exception>
    public static CancellationRecord Apply(CancellationRecord? before, ReceivableEvent logged) =>
        (before, logged.Event) switch
        {
            (null or { Ended: not null }, CancellationRequested e) => new CancellationRecord(
                e.Intent, e.Receivable, e.Supplier, logged.Invoice.Buyer, e.Reason, e.Record.Deadline,
                ProposalState.Proposed, AnswerReason: null, logged.At, Ended: null),
            ({ Ended: null } open, CancellationAnswered { Accepted: true }) =>
                open with { State = ProposalState.Accepted, Ended = logged.At },
            ({ Ended: null } open, CancellationAnswered e) =>
                open with { State = ProposalState.Declined, AnswerReason = e.Reason, Ended = logged.At },
            ({ Ended: null } open, StepWithdrawn) =>
                open with { State = ProposalState.Withdrawn, Ended = logged.At },
            ({ Ended: null } open, DeadlineApplied) =>
                open with { State = ProposalState.Lapsed, Ended = logged.At },
            _ => throw logged.Impossible("no such request to cancel"),
        };
}
