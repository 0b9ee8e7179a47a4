using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Signing;

/// <content>Invoices.</content>
public sealed partial class ParticipantSigner
{
    /// <summary>Signs a supplier's claim.</summary>
    public SignedIntent<SubmitInvoice> Submit(InvoiceDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draft.Amount.MinorUnits, nameof(draft));
        return Sign(new SubmitInvoice(
            Participant,
            draft.Buyer,
            draft.Number,
            draft.TypeCode,
            EpochDay.FromDate(draft.IssueDate),
            EpochDay.FromDate(draft.DueDate),
            draft.Amount.Currency.Code,
            (ulong)draft.Amount.MinorUnits,
            draft.DocumentHash,
            TakeNonce(),
            Deadline()));
    }

    /// <summary>Signs a buyer's promise to pay.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="minorUnits">How much of it, 1 to its amount, in minor units of its currency.</param>
    /// <param name="irrevocable">The buyer will not ask for its promise back.</param>
    /// <param name="defencesWaived">The buyer will pay every holder, whatever it may hold against the supplier.</param>
    public SignedIntent<ConfirmInvoice> Confirm(
        InvoiceId invoice, ulong minorUnits, bool irrevocable = false, bool defencesWaived = false) => Sign(
        new ConfirmInvoice(
            Participant, invoice, minorUnits, irrevocable, defencesWaived, TakeNonce(), Deadline()));

    /// <summary>Signs a buyer's refusal.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="reason">Why, 1 to 200 bytes of UTF-8; public on the chain.</param>
    public SignedIntent<RejectInvoice> Reject(InvoiceId invoice, string reason) =>
        Sign(new RejectInvoice(Participant, invoice, reason, TakeNonce(), Deadline()));

    /// <summary>Signs a supplier's withdrawal of its own claim.</summary>
    public SignedIntent<WithdrawInvoice> Withdraw(InvoiceId invoice) =>
        Sign(new WithdrawInvoice(Participant, invoice, TakeNonce(), Deadline()));
}
