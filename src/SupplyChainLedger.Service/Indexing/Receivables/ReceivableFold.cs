using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Service.Indexing.Holdings;

namespace SupplyChainLedger.Service.Indexing.Receivables;

/// <summary>
/// What each event makes of a receivable. How much less is owed is read off the holdings that the event carries; the
/// event says why. What is owed less for no reason that this knows is an error, so that the sum always holds.
/// </summary>
internal static class ReceivableFold
{
    /// <param name="before">The receivable before the event; null before it was confirmed.</param>
    /// <param name="logged">An event that changes its holdings.</param>
    /// <exception cref="InconsistentChainException">The contract cannot have logged this event here.</exception>
    public static ReceivableRecord Apply(ReceivableRecord? before, ReceivableEvent logged)
    {
        if (logged.Event is InvoiceConfirmed confirmed && before is null) return Begin(confirmed, logged);
        if (before is null) throw logged.Impossible("no confirmation");
        var less = LessOf(logged);
        if (less > before.Outstanding) throw logged.Impossible("less outstanding than what is taken away");
        var after = before with { Outstanding = before.Outstanding - less, Changed = logged.At };
        return logged.Event switch
        {
            PaymentAnswered or DeadlineApplied { Step: HoldingStep.PaymentDeclared } =>
                after with { Paid = after.Paid + less },
            CreditNoteIssued or CreditNoteAnswered or DisputeAnswered =>
                after with { Credited = after.Credited + less },
            WrittenOff => after with { WrittenOff = after.WrittenOff + less },
            Recovered e when less == 0 => after with { Recovered = checked(after.Recovered + e.Amount) },
            CancellationAnswered => after with { Cancelled = after.Cancelled + less },
            _ when less == 0 => after,
            _ => throw logged.Impossible("no reason to owe less"),
        };
    }

    private static ReceivableRecord Begin(InvoiceConfirmed e, ReceivableEvent logged) => new(
        e.Invoice, logged.Invoice.Supplier, logged.Invoice.Buyer, logged.Invoice.Currency, logged.Invoice.DueDate,
        e.Record.RuleVersion, e.Irrevocable, e.Record.DefencesWaived, e.Record.Amount, e.Record.Amount, Paid: 0,
        Credited: 0, WrittenOff: 0, Recovered: 0, Cancelled: 0, logged.At, logged.At);

    private static ulong LessOf(ReceivableEvent logged) =>
        logged.Less >= 0 ? (ulong)logged.Less : throw logged.Impossible("no more than what is added");
}
