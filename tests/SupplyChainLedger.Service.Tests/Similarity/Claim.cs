extern alias client;

using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Tests.Indexing.Chain;
using UblInvoiceReader = client::SupplyChainLedger.Client.Ubl.UblInvoiceReader;
using UblReadOptions = client::SupplyChainLedger.Client.Ubl.UblReadOptions;

namespace SupplyChainLedger.Service.Tests.Similarity;

/// <summary>What a supplier would submit of a document.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="TypeCode">Its type.</param>
internal sealed record Claim(InvoiceParticulars Invoice, ushort TypeCode)
{
    private static readonly DateOnly DueWhereNoneIsStated = new(2027, 3, 31);

    public InvoiceId Id => InvoiceId.Of(Invoice.Supplier, Invoice.Number, Invoice.IssueDate, TypeCode);

    /// <summary>Reads a document as the command line does.</summary>
    public static async Task<Claim> ReadAsync(byte[] file, ParticipantId supplier, ParticipantId buyer)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var read = await UblInvoiceReader.ReadAsync(new MemoryStream(file), options: null, cancellation);
        if (read.Errors.Any(error => error.Field?.Term == "BT-9"))
        {
            var options = new UblReadOptions { DueDate = DueWhereNoneIsStated };
            read = await UblInvoiceReader.ReadAsync(new MemoryStream(file), options, cancellation);
        }

        Assert.Empty(read.Errors);
        var invoice = read.Invoice!;
        var particulars = new InvoiceParticulars(
            supplier, buyer, invoice.Number, EpochDay.FromDate(invoice.IssueDate), EpochDay.FromDate(invoice.DueDate),
            invoice.AmountDue.Currency.Code, (ulong)invoice.AmountDue.MinorUnits, invoice.DocumentHash);
        return new Claim(particulars, invoice.TypeCode);
    }

    /// <summary>What the ledger logs when it is submitted.</summary>
    public InvoiceSubmitted ToEvent() => new(
        Id, Invoice.Supplier, Invoice.Buyer, Story.IntentOf($"submit {Id}"), Invoice.Number, TypeCode,
        Invoice.IssueDate, Invoice.DueDate, Invoice.Currency, Invoice.Amount, Invoice.DocumentHash);
}
