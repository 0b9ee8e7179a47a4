using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Service.Indexing.Holdings;

namespace SupplyChainLedger.Service.Indexing.Settlement;

/// <summary>What each event makes of a payment.</summary>
internal static class PaymentFold
{
    /// <summary>Whether an event is about a payment.</summary>
    public static bool Concerns(ReceivableEvent logged) => logged.Event switch
    {
        PaymentDeclared or PaymentAnswered or Recovered => true,
        StepWithdrawn e => IsOfPayment(e.Step),
        DeadlineApplied e => IsOfPayment(e.Step),
        _ => false,
    };

    /// <param name="before">The newest payment of the holding; null where there was none.</param>
    /// <param name="logged">An event about a payment of the holding.</param>
    /// <exception cref="InconsistentChainException">The contract cannot have logged this event here.</exception>
    public static PaymentRecord Apply(PaymentRecord? before, ReceivableEvent logged) => (before, logged.Event) switch
    {
        (null or { Ended: not null }, PaymentDeclared e) => Begin(e, logged),
        (null or { Ended: not null }, Recovered e) => Recover(e, logged),
        ({ Ended: null } open, PaymentAnswered { Received: true }) =>
            open with { State = PaymentState.Received, Ended = logged.At },
        ({ State: PaymentState.Declared } open, PaymentAnswered e) => open with
        {
            State = PaymentState.Contested,
            Contest = new Contest(e.Reason, e.Evidence, logged.At),
        },
        ({ Ended: null } open, StepWithdrawn) => open with { State = PaymentState.Withdrawn, Ended = logged.At },
        ({ State: PaymentState.Declared } open, DeadlineApplied) =>
            open with { State = PaymentState.Received, BySilence = true, Ended = logged.At },
        _ => throw logged.Impossible("no such payment"),
    };

    private static PaymentRecord Begin(PaymentDeclared e, ReceivableEvent logged) => new(
        e.Intent, e.Receivable, e.Holding,
        e.Record.Step == HoldingStep.RepurchaseDeclared ? PaymentKind.Repurchase : PaymentKind.Maturity,
        e.Payer, e.Record.Holder, logged.Invoice.Currency, e.Record.Pending, e.ValueDate, e.BankReference, e.Evidence,
        e.Record.Deadline, PaymentState.Declared, Contest: null, BySilence: false, logged.At, Ended: null);

    private static PaymentRecord Recover(Recovered e, ReceivableEvent logged) => new(
        e.Intent, e.Receivable, e.Holding, PaymentKind.Recovery, logged.Invoice.Buyer, e.Holder,
        logged.Invoice.Currency, e.Amount, e.ValueDate, e.BankReference, e.Evidence, ContestBy: 0,
        PaymentState.Received, Contest: null, BySilence: false, logged.At, logged.At);

    private static bool IsOfPayment(HoldingStep step) => step
        is HoldingStep.PaymentDeclared
        or HoldingStep.PaymentContested
        or HoldingStep.RepurchaseDeclared
        or HoldingStep.RepurchaseContested;
}
