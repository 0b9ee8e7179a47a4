using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Invoices;
using SupplyChainLedger.Service.Tests.Indexing.Chain;

namespace SupplyChainLedger.Service.Tests.Indexing;

public sealed class InvoiceFoldTests
{
    private static readonly InvoiceSubmitted Submission = Story.Submission(7);
    private static readonly LogPosition First = new(10, 1);
    private static readonly LogPosition Second = new(12, 3);

    [Fact]
    public void A_submission_begins_an_invoice_with_every_signed_field()
    {
        var invoice = InvoiceFold.Apply(null, Submission, First);

        Assert.Equal(
            new InvoiceRecord(
                Submission.Invoice, Submission.Supplier, Submission.Buyer, "INV-7", 380, Submission.IssueDate,
                Submission.DueDate, "EUR", 700, Submission.DocumentHash, First, Submission.Intent,
                InvoiceState.Submitted, 0, null, null, First, Submission.Intent),
            invoice);
    }

    [Fact]
    public void A_confirmation_in_part_keeps_the_claim_and_sets_what_is_owed()
    {
        var confirmation = Story.Confirmation(Submission, 450);

        var invoice = InvoiceFold.Apply(InvoiceFold.Apply(null, Submission, First), confirmation, Second);

        Assert.Equal(InvoiceState.Confirmed, invoice.State);
        Assert.Equal((700ul, 450ul), (invoice.Amount, invoice.Confirmed));
        Assert.Equal((First, Second, Second), (invoice.Submitted, invoice.Opened, invoice.Changed));
        Assert.Equal((Submission.Intent, confirmation.Intent), (invoice.SubmissionIntent, invoice.ChangeIntent));
    }

    [Fact]
    public void A_rejection_keeps_the_reason()
    {
        var invoice = InvoiceFold.Apply(
            InvoiceFold.Apply(null, Submission, First), Story.Rejection(Submission), Second);

        Assert.Equal((InvoiceState.Rejected, "goods not received"), (invoice.State, invoice.RejectionReason));
        Assert.Equal(0ul, invoice.Confirmed);
    }

    [Fact]
    public void Whatever_has_ended_an_invoice_nothing_follows()
    {
        LedgerEvent[] ends =
            [Story.Confirmation(Submission), Story.Rejection(Submission), Story.Withdrawal(Submission)];
        foreach (var end in ends)
        {
            var ended = InvoiceFold.Apply(InvoiceFold.Apply(null, Submission, First), end, Second);
            foreach (var next in (LedgerEvent[])[Submission, .. ends])
                Assert.Throws<InconsistentChainException>(() => InvoiceFold.Apply(ended, next, new LogPosition(13, 0)));
        }
    }

    [Fact]
    public void Nothing_but_a_submission_begins_an_invoice()
    {
        Assert.Throws<InconsistentChainException>(
            () => InvoiceFold.Apply(null, Story.Confirmation(Submission), First));
        Assert.Throws<InconsistentChainException>(() => InvoiceFold.Apply(null, Story.Withdrawal(Submission), First));
    }
}
