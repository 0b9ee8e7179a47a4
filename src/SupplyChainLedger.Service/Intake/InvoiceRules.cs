using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Intents;

namespace SupplyChainLedger.Service.Intake;

/// <summary>What an intent may do to its invoice as the index shows it.</summary>
internal sealed class InvoiceRules(IIntakeView view)
{
    private const ulong MaxAmount = long.MaxValue;

    /// <exception cref="Faults.LedgerFault">
    /// INVOICE_ALREADY_EXISTS, INVOICE_NOT_FOUND, INVOICE_NOT_OPEN, NOT_THE_BUYER, NOT_THE_SUPPLIER or
    /// AMOUNT_OUT_OF_RANGE.
    /// </exception>
    public void Check(LedgerIntent intent)
    {
        switch (intent)
        {
            case SubmitInvoice submission:
                CheckAmount(submission.Amount, MaxAmount);
                if (view.FindInvoice(submission.Invoice) is not null)
                    throw IntakeFaults.InvoiceAlreadyExists(submission.Invoice);
                break;
            case ConfirmInvoice confirmation:
                var confirmed = FindOpenForBuyer(confirmation);
                CheckAmount(confirmation.Amount, confirmed.Amount);
                break;
            case RejectInvoice:
                FindOpenForBuyer(intent);
                break;
            case WithdrawInvoice:
                var withdrawn = Find(intent.Invoice);
                if (withdrawn.Supplier != intent.Participant)
                    throw IntakeFaults.NotTheSupplier(intent.Invoice, intent.Participant);
                CheckOpen(intent.Invoice, withdrawn);
                break;
        }
    }

    private InvoiceStanding FindOpenForBuyer(LedgerIntent intent)
    {
        var invoice = Find(intent.Invoice);
        if (invoice.Buyer != intent.Participant) throw IntakeFaults.NotTheBuyer(intent.Invoice, intent.Participant);
        CheckOpen(intent.Invoice, invoice);
        return invoice;
    }

    private InvoiceStanding Find(InvoiceId invoice) =>
        view.FindInvoice(invoice) ?? throw IntakeFaults.InvoiceNotFound(invoice);

    private static void CheckOpen(InvoiceId id, InvoiceStanding invoice)
    {
        if (!invoice.IsOpen) throw IntakeFaults.InvoiceNotOpen(id, invoice.State);
    }

    private static void CheckAmount(ulong amount, ulong max)
    {
        if (amount is 0 || amount > max) throw IntakeFaults.AmountOutOfRange(amount, max);
    }
}
