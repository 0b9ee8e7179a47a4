using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Service.Indexing.Holdings;

namespace SupplyChainLedger.Service.Indexing.Corrections;

/// <summary>What each event makes of a credit note.</summary>
internal static class CreditNoteFold
{
    /// <summary>Whether an event is about a credit note.</summary>
    public static bool Concerns(ReceivableEvent logged) => logged.Event
        is CreditNoteIssued
        or CreditNoteAnswered
        or StepWithdrawn { Step: HoldingStep.CreditNoteProposed }
        or DeadlineApplied { Step: HoldingStep.CreditNoteProposed };

    /// <param name="before">The newest credit note on the holding; null where there was none.</param>
    /// <param name="logged">An event about a credit note on the holding.</param>
    /// <exception cref="InconsistentChainException">The contract cannot have logged this event here.</exception>
    public static CreditNoteRecord Apply(CreditNoteRecord? before, ReceivableEvent logged) =>
        (before, logged.Event) switch
        {
            (null or { Ended: not null }, CreditNoteIssued e) => Begin(e, logged),
            ({ Ended: null } open, CreditNoteAnswered { Accepted: true }) =>
                open with { State = ProposalState.Accepted, Ended = logged.At },
            ({ Ended: null } open, CreditNoteAnswered e) =>
                open with { State = ProposalState.Declined, Reason = e.Reason, Ended = logged.At },
            ({ Ended: null } open, StepWithdrawn) =>
                open with { State = ProposalState.Withdrawn, Ended = logged.At },
            ({ Ended: null } open, DeadlineApplied) =>
                open with { State = ProposalState.Lapsed, Ended = logged.At },
            _ => throw logged.Impossible("no such credit note"),
        };

    private static CreditNoteRecord Begin(CreditNoteIssued e, ReceivableEvent logged)
    {
        var proposed = e.Record.Step == HoldingStep.CreditNoteProposed;
        return new CreditNoteRecord(
            e.Intent, e.Receivable, e.Holding, e.Supplier, logged.Invoice.Buyer, e.Record.Holder,
            logged.Invoice.Currency, e.Number, e.Amount, e.DocumentHash, e.Record.Deadline,
            proposed ? ProposalState.Proposed : ProposalState.Accepted, Reason: null, logged.At,
            proposed ? null : logged.At);
    }
}
