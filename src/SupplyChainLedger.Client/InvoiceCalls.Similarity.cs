using SupplyChainLedger.Client.Signing.Messages;
using SupplyChainLedger.Client.Ubl;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Client;

public sealed partial class InvoiceCalls
{
    /// <summary>Finds the invoices that may claim the same debt as a recorded one.</summary>
    /// <param name="invoice">Its id.</param>
    /// <param name="minBlock">Wait until the index has reached this block; 0 does not wait.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<FindSimilarInvoicesResponse> FindSimilarAsync(
        InvoiceId invoice, ulong minBlock = 0, CancellationToken cancellation = default) =>
        FindSimilarAsync(
            new FindSimilarInvoicesRequest { Name = ResourceNames.Of(invoice), MinBlock = minBlock }, cancellation);

    /// <summary>Finds the invoices that may claim the same debt as a document, before it is signed and sent.</summary>
    /// <param name="document">The document.</param>
    /// <param name="supplier">Handle of the participant that would submit it.</param>
    /// <param name="buyer">Handle of the participant that would have to pay.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<FindSimilarInvoicesResponse> FindSimilarAsync(
        UblInvoice document, string supplier, string buyer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var particulars = new InvoiceParticulars
        {
            Supplier = ResourceNames.OfParticipant(supplier),
            Buyer = ResourceNames.OfParticipant(buyer),
            Number = document.Number,
            TypeCode = document.TypeCode,
            IssueDate = document.IssueDate.ToApi(),
            DueDate = document.DueDate.ToApi(),
            Amount = new Money
            {
                CurrencyCode = document.AmountDue.Currency.Code,
                MinorUnits = document.AmountDue.MinorUnits,
            },
            DocumentHash = document.DocumentHash.ToApi(),
        };
        return FindSimilarAsync(new FindSimilarInvoicesRequest { Particulars = particulars }, cancellation);
    }

    private Task<FindSimilarInvoicesResponse> FindSimilarAsync(
        FindSimilarInvoicesRequest request, CancellationToken cancellation) =>
        _calls.ReadAsync(options => _service.FindSimilarInvoicesAsync(request, options), cancellation);
}
