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
                var confirmed = FindOpenForBuyer(confirmation.Invoice, confirmation.Buyer);
                CheckAmount(confirmation.Amount, confirmed.Amount);
                break;
            case RejectInvoice rejection:
                FindOpenForBuyer(rejection.Invoice, rejection.Buyer);
                break;
            case WithdrawInvoice withdrawal:
                var withdrawn = Find(withdrawal.Invoice);
                if (withdrawn.Supplier != withdrawal.Supplier)
                    throw IntakeFaults.NotTheSupplier(withdrawal.Invoice, withdrawal.Supplier);
                CheckOpen(withdrawal.Invoice, withdrawn);
                break;
        }
    }

    private InvoiceStanding FindOpenForBuyer(InvoiceId id, ParticipantId buyer)
    {
        var invoice = Find(id);
        if (invoice.Buyer != buyer) throw IntakeFaults.NotTheBuyer(id, buyer);
        CheckOpen(id, invoice);
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
