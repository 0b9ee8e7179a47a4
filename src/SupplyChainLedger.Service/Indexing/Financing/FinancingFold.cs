using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Service.Indexing.Holdings;

namespace SupplyChainLedger.Service.Indexing.Financing;

/// <summary>What each event makes of a request for financing.</summary>
internal static class FinancingFold
{
    /// <summary>Whether an event is about a request for financing.</summary>
    public static bool Concerns(ReceivableEvent logged) => logged.Event switch
    {
        FinancingRequested or OfferAccepted or DisbursementDeclared or DisbursementAnswered => true,
        StepWithdrawn e => IsOfFinancing(e.Step),
        DeadlineApplied e => IsOfFinancing(e.Step),
        _ => false,
    };

    /// <param name="before">The request before the event; null before it was made.</param>
    /// <param name="logged">An event about it.</param>
    /// <exception cref="InconsistentChainException">The contract cannot have logged this event here.</exception>
    public static FinancingRecord Apply(FinancingRecord? before, ReceivableEvent logged)
    {
        if (logged.Event is FinancingRequested requested && before is null) return Begin(requested, logged);
        if (before is not { Ended: null }) throw logged.Impossible("no open request for financing");
        return logged.Event switch
        {
            OfferAccepted e when before.State == FinancingState.Requested => before with
            {
                State = FinancingState.OfferAccepted,
                Accepted = new AcceptedOffer(e.Offer, e.Record.Counterparty, e.Record.Deadline, logged.At),
            },
            DisbursementDeclared e when before.State == FinancingState.OfferAccepted => before with
            {
                State = FinancingState.DisbursementDeclared,
                Disbursement = Declared(e, logged),
            },
            DisbursementAnswered { Received: true } when before.Disbursement is not null =>
                End(before, FinancingState.Financed, logged),
            DisbursementAnswered e when before.State == FinancingState.DisbursementDeclared => before with
            {
                State = FinancingState.DisbursementContested,
                Contest = new Contest(e.Reason, e.Evidence, logged.At),
            },
            StepWithdrawn => End(before, FinancingState.Withdrawn, logged),
            DeadlineApplied { Step: HoldingStep.DisbursementDeclared } =>
                End(before, FinancingState.Financed, logged) with { BySilence = true },
            DeadlineApplied => End(before, FinancingState.Lapsed, logged),
            _ => throw logged.Impossible($"a request for financing in the state {before.State}"),
        };
    }

    private static FinancingRecord Begin(FinancingRequested e, ReceivableEvent logged) => new(
        e.Holding, e.Receivable, e.Parent, e.Holder, logged.Invoice.Buyer, logged.Invoice.Currency,
        logged.Invoice.DueDate, e.Record.Amount, e.Record.Pending, e.Record.Deadline, e.Recourse, e.OfferKey,
        logged.At);

    private static Disbursement Declared(DisbursementDeclared e, ReceivableEvent logged) => new(
        e.Record.Pending, e.ValueDate, e.BankReference, e.Evidence, e.RegistryReference, e.Justification,
        e.Record.Deadline, logged.At);

    private static FinancingRecord End(FinancingRecord before, FinancingState state, ReceivableEvent logged) =>
        before with { State = state, Ended = logged.At };

    private static bool IsOfFinancing(HoldingStep step) => step
        is HoldingStep.FinancingRequested
        or HoldingStep.OfferAccepted
        or HoldingStep.DisbursementDeclared
        or HoldingStep.DisbursementContested;
}
