using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;
using Intents = SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Client.Testing;

/// <content>Invoices.</content>
public sealed partial class MemoryLedger
{
    /// <summary>A supplier's claim.</summary>
    public Intent Submit(Intents.SubmitInvoice claim, string signature) => Execute(claim, signature, () =>
    {
        var name = ResourceNames.Of(claim.Invoice);
        if (_invoices.ContainsKey(name))
            throw Refusals.Of(ErrorReason.InvoiceAlreadyExists, $"The invoice {name} is recorded already.");
        if (claim.DueDate.Value < claim.IssueDate.Value)
        {
            throw Refusals.Of(
                ErrorReason.InvalidField,
                "A field is malformed.",
                new FieldViolation("action.due_date", $"{claim.DueDate} lies before {claim.IssueDate}"));
        }

        var here = NextBlock();
        var invoice = new Invoice
        {
            Name = name,
            Supplier = NameOf(claim.Supplier),
            Buyer = NameOf(claim.Buyer),
            Number = claim.Number,
            TypeCode = claim.TypeCode,
            IssueDate = ApiDate(claim.IssueDate),
            DueDate = ApiDate(claim.DueDate),
            Amount = new Money { CurrencyCode = claim.Currency, MinorUnits = (long)claim.Amount },
            DocumentHash = claim.DocumentHash.ToString(),
            State = InvoiceState.Submitted,
            Submission = here,
            LastChange = here,
        };
        _invoices[name] = invoice;
        Record(here).InvoiceSubmitted = new InvoiceSubmitted
        {
            Invoice = name,
            Supplier = invoice.Supplier,
            Buyer = invoice.Buyer,
            Number = invoice.Number,
            Amount = invoice.Amount,
            DueDate = invoice.DueDate,
        };
        return here;
    });

    /// <summary>A buyer's promise.</summary>
    public Intent Confirm(Intents.ConfirmInvoice promise, string signature) => Execute(promise, signature, () =>
    {
        var invoice = OpenInvoice(promise.Invoice);
        if (promise.Amount > (ulong)invoice.Amount.MinorUnits)
            throw Refusals.Of(ErrorReason.AmountOutOfRange, "The amount is larger than the invoice's.");
        invoice.State = InvoiceState.Confirmed;
        invoice.ConfirmedAmount = new Money(invoice.Amount) { MinorUnits = (long)promise.Amount };
        var here = Change(invoice, here => Record(here).InvoiceConfirmed = new InvoiceConfirmed
        {
            Invoice = invoice.Name,
            Buyer = invoice.Buyer,
            Record = new HoldingRecord { MinorUnits = (long)promise.Amount },
        });
        Hold(invoice);
        return here;
    }, promise.Amount);

    /// <summary>A buyer's refusal.</summary>
    public Intent Reject(Intents.RejectInvoice refusal, string signature) => Execute(refusal, signature, () =>
    {
        var invoice = OpenInvoice(refusal.Invoice);
        invoice.State = InvoiceState.Rejected;
        invoice.RejectionReason = refusal.Reason;
        return Change(invoice, here => Record(here).InvoiceRejected = new InvoiceRejected
        {
            Invoice = invoice.Name,
            Buyer = invoice.Buyer,
            Reason = refusal.Reason,
        });
    });

    /// <summary>A supplier's withdrawal.</summary>
    public Intent Withdraw(Intents.WithdrawInvoice withdrawal, string signature) => Execute(withdrawal, signature, () =>
    {
        var invoice = OpenInvoice(withdrawal.Invoice);
        invoice.State = InvoiceState.Withdrawn;
        return Change(invoice, here => Record(here).InvoiceWithdrawn = new InvoiceWithdrawn
        {
            Invoice = invoice.Name,
            Supplier = invoice.Supplier,
        });
    });

    private Invoice OpenInvoice(InvoiceId id)
    {
        var name = ResourceNames.Of(id);
        if (!_invoices.TryGetValue(name, out var invoice))
            throw Refusals.Of(ErrorReason.InvoiceNotFound, $"There is no invoice {name}.");
        return invoice.State == InvoiceState.Submitted
            ? invoice
            : throw Refusals.Of(ErrorReason.InvoiceNotOpen, $"The invoice {name} is no longer open.");
    }

    private Inclusion Change(Invoice invoice, Action<Inclusion> record)
    {
        invoice.LastChange = NextBlock();
        record(invoice.LastChange);
        return invoice.LastChange;
    }
}
