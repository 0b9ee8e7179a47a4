using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;

namespace SupplyChainLedger.Service.Indexing.Invoices;

/// <summary>What each event makes of an invoice.</summary>
internal static class InvoiceFold
{
    /// <param name="before">The invoice before the event; null before its submission.</param>
    /// <param name="logged">An event that concerns this invoice.</param>
    /// <param name="at">Where the event stands.</param>
    /// <exception cref="InconsistentChainException">The contract cannot have logged this event here.</exception>
    public static InvoiceRecord Apply(InvoiceRecord? before, LedgerEvent logged, LogPosition at) => logged switch
    {
        InvoiceSubmitted e when before is null => Begin(e, at),
        InvoiceConfirmed e => Open(before, e, at) with
        {
            State = InvoiceState.Confirmed,
            Confirmed = e.Record.Amount,
            Opened = at,
            Changed = at,
            ChangeIntent = e.Intent,
        },
        InvoiceRejected e => Open(before, e, at) with
        {
            State = InvoiceState.Rejected,
            RejectionReason = e.Reason,
            Changed = at,
            ChangeIntent = e.Intent,
        },
        InvoiceWithdrawn e => Open(before, e, at) with
        {
            State = InvoiceState.Withdrawn,
            Changed = at,
            ChangeIntent = e.Intent,
        },
        CancellationAnswered { Accepted: true } e => Confirmed(before, e, at) with
        {
            State = InvoiceState.Cancelled,
            Changed = at,
            ChangeIntent = e.Intent,
        },
        InvoiceSubmitted => throw Impossible(before, logged, at),
        _ => Confirmed(before, logged, at),
    };

    /// <summary>What is wrong with the submission of an invoice that was there before.</summary>
    /// <param name="before">The invoice as the index has it.</param>
    /// <param name="at">Where the second submission stands.</param>
    public static InconsistentChainException SubmittedTwice(InvoiceRecord before, LogPosition at) =>
        Impossible(before, nameof(InvoiceSubmitted), before.Id, at);

    private static InvoiceRecord Begin(InvoiceSubmitted e, LogPosition at) => new(
        e.Invoice, e.Supplier, e.Buyer, e.Number, e.TypeCode, e.IssueDate, e.DueDate, e.Currency, e.Amount,
        e.DocumentHash, at, e.Intent, InvoiceState.Submitted, Confirmed: 0, Opened: null, RejectionReason: null, at,
        e.Intent);

    private static InvoiceRecord Open(InvoiceRecord? before, LedgerEvent logged, LogPosition at) =>
        before is { State: InvoiceState.Submitted } ? before : throw Impossible(before, logged, at);

    /// <summary>What becomes of a receivable changes the invoice no more.</summary>
    private static InvoiceRecord Confirmed(InvoiceRecord? before, LedgerEvent logged, LogPosition at) =>
        before is { State: InvoiceState.Confirmed } ? before : throw Impossible(before, logged, at);

    private static InconsistentChainException Impossible(InvoiceRecord? before, LedgerEvent logged, LogPosition at) =>
        Impossible(before, logged.GetType().Name, logged.InvoiceConcerned, at);

    private static InconsistentChainException Impossible(
        InvoiceRecord? before, string told, InvoiceId? invoice, LogPosition at) =>
        new($"Log {at.LogIndex} of block {at.Block} tells {told} of the invoice {invoice}, which is "
            + $"{before?.State.ToString() ?? "unknown"} in the index.");
}
