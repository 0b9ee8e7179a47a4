using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Service.Indexing.Holdings;

namespace SupplyChainLedger.Service.Indexing.Corrections;

/// <summary>What each event makes of a dispute.</summary>
internal static class DisputeFold
{
    /// <summary>Whether an event is about a dispute.</summary>
    public static bool Concerns(ReceivableEvent logged) => logged.Event
        is DisputeOpened
        or DisputeAnswered
        or StepWithdrawn { Step: HoldingStep.DisputeOpened }
        or DeadlineApplied { Step: HoldingStep.DisputeOpened };

    /// <param name="before">The dispute before the event; null before it was opened.</param>
    /// <param name="logged">An event about it.</param>
    /// <exception cref="InconsistentChainException">The contract cannot have logged this event here.</exception>
    public static DisputeRecord Apply(DisputeRecord? before, ReceivableEvent logged) => (before, logged.Event) switch
    {
        (null, DisputeOpened e) => Begin(e, logged),
        ({ Ended: null } open, DisputeAnswered e) => Answer(open, e, logged),
        ({ Ended: null } open, StepWithdrawn) => open with { State = DisputeState.Withdrawn, Ended = logged.At },
        ({ Ended: null } open, DeadlineApplied) => open with { State = DisputeState.Lapsed, Ended = logged.At },
        _ => throw logged.Impossible("no such dispute"),
    };

    private static DisputeRecord Begin(DisputeOpened e, ReceivableEvent logged) => new(
        e.Holding, e.Receivable, e.Parent, e.Buyer, logged.Invoice.Supplier, e.Record.Holder, logged.Invoice.Currency,
        e.Record.Amount, e.Reason, e.Evidence, e.Record.Deadline, DisputeState.Open, Credited: 0, Answer: null,
        logged.At, Ended: null);

    /// <summary>An answer that gives up nothing leaves the dispute open.</summary>
    private static DisputeRecord Answer(DisputeRecord open, DisputeAnswered e, ReceivableEvent logged)
    {
        var answered = open with { Answer = new Contest(e.Reason, e.Evidence, logged.At) };
        return e.Credited == 0
            ? answered
            : answered with { State = DisputeState.Credited, Credited = e.Credited, Ended = logged.At };
    }
}
