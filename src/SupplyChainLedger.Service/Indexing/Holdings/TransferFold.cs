using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;

namespace SupplyChainLedger.Service.Indexing.Holdings;

/// <summary>What each event makes of a transfer.</summary>
internal static class TransferFold
{
    /// <summary>Whether an event is about a transfer.</summary>
    public static bool Concerns(ReceivableEvent logged) => logged.Event
        is TransferProposed
        or TransferAnswered
        or StepWithdrawn { Step: HoldingStep.TransferProposed }
        or DeadlineApplied { Step: HoldingStep.TransferProposed };

    /// <param name="before">The transfer before the event; null before it was proposed.</param>
    /// <param name="logged">An event about it.</param>
    /// <exception cref="InconsistentChainException">The contract cannot have logged this event here.</exception>
    public static TransferRecord Apply(TransferRecord? before, ReceivableEvent logged) => (before, logged.Event) switch
    {
        (null, TransferProposed e) => Begin(e, logged),
        ({ State: ProposalState.Proposed } open, TransferAnswered { Accepted: true }) =>
            open with { State = ProposalState.Accepted, Ended = logged.At },
        ({ State: ProposalState.Proposed } open, TransferAnswered e) =>
            open with { State = ProposalState.Declined, Reason = e.Reason, Ended = logged.At },
        ({ State: ProposalState.Proposed } open, StepWithdrawn) =>
            open with { State = ProposalState.Withdrawn, Ended = logged.At },
        ({ State: ProposalState.Proposed } open, DeadlineApplied) =>
            open with { State = ProposalState.Lapsed, Ended = logged.At },
        _ => throw logged.Impossible("no transfer"),
    };

    private static TransferRecord Begin(TransferProposed e, ReceivableEvent logged) => new(
        e.Holding, e.Receivable, e.Parent, e.Record.Holder, e.Recipient, e.Record.Amount, e.TradeDocument,
        e.Record.Deadline, ProposalState.Proposed, Reason: null, logged.At, Ended: null);
}
