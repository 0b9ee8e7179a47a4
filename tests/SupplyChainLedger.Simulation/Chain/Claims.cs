using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Holdings;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Simulation.Chain;

/// <summary><c>Invoices.sol</c>: from the supplier's claim to the buyer's answer.</summary>
internal static class Claims
{
    public static InvoiceSubmitted Submit(SubmitInvoice claim, Execution at)
    {
        Execution.RequireRole(claim.Supplier, ParticipantRoles.Supplier);
        Execution.RequireRole(claim.Buyer, ParticipantRoles.Buyer);
        if (at.State.Find(claim.Invoice) is not null)
            throw new Inadmissible(LedgerErrors.InvoiceAlreadyExists(claim.Invoice));
        at.State.Set(
            claim.Invoice,
            new ClaimedInvoice(claim.Supplier, claim.Buyer, claim.Amount, claim.DueDate, ClaimState.Submitted));
        return new InvoiceSubmitted(
            claim.Invoice, claim.Supplier, claim.Buyer, at.Hash, claim.Number, claim.TypeCode, claim.IssueDate,
            claim.DueDate, claim.Currency, claim.Amount, claim.DocumentHash);
    }

    public static InvoiceConfirmed Confirm(ConfirmInvoice answer, Execution at)
    {
        var (id, amount) = (answer.Invoice, answer.Amount);
        var invoice = OpenForBuyer(id, answer.Buyer, at);
        if (amount == 0 || amount > invoice.Amount) throw HoldingErrors.AmountOutOfRange(amount, invoice.Amount);
        at.RequireTwo(answer.Buyer, amount);

        var root = new HoldingRecord(
            invoice.Supplier, default, amount, 0, 0, HoldingPhase.Held, HoldingStep.None, 0, false, false, false,
            answer.DefencesWaived, false, false, 1);
        at.State.Set(id, invoice with { State = ClaimState.Confirmed, Confirmed = amount });
        at.State.Set(id, HoldingId.RootOf(id), root);
        return new InvoiceConfirmed(id, answer.Buyer, at.Hash, root, answer.Irrevocable);
    }

    public static InvoiceRejected Reject(RejectInvoice answer, Execution at)
    {
        var invoice = OpenForBuyer(answer.Invoice, answer.Buyer, at);
        at.State.Set(answer.Invoice, invoice with { State = ClaimState.Rejected });
        return new InvoiceRejected(answer.Invoice, answer.Buyer, at.Hash, answer.Reason);
    }

    public static InvoiceWithdrawn Withdraw(WithdrawInvoice withdrawal, Execution at)
    {
        var id = withdrawal.Invoice;
        var invoice = Existing(id, at);
        if (invoice.Supplier != withdrawal.Supplier)
            throw new Inadmissible(LedgerErrors.NotTheSupplier(id, withdrawal.Supplier));
        RequireOpen(id, invoice);
        at.State.Set(id, invoice with { State = ClaimState.Withdrawn });
        return new InvoiceWithdrawn(id, withdrawal.Supplier, at.Hash);
    }

    private static ClaimedInvoice OpenForBuyer(InvoiceId id, ParticipantId buyer, Execution at)
    {
        Execution.RequireRole(buyer, ParticipantRoles.Buyer);
        var invoice = Existing(id, at);
        if (invoice.Buyer != buyer) throw new Inadmissible(LedgerErrors.NotTheBuyer(id, buyer));
        RequireOpen(id, invoice);
        return invoice;
    }

    private static ClaimedInvoice Existing(InvoiceId id, Execution at) =>
        at.State.Find(id) ?? throw new Inadmissible(LedgerErrors.InvoiceNotFound(id));

    private static void RequireOpen(InvoiceId id, ClaimedInvoice invoice)
    {
        if (invoice.State != ClaimState.Submitted)
            throw new Inadmissible(LedgerErrors.InvoiceNotOpen(id, invoice.State));
    }
}
