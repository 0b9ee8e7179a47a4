using System.Text;
using SupplyChainLedger.Client.Errors;
using SupplyChainLedger.Client.Signing;
using SupplyChainLedger.Client.Ubl;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.EndToEnd.Tests.Running;
using SupplyChainLedger.EndToEnd.Tests.Support;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.EndToEnd.Tests.Durability;

public sealed class LayoutTests(SharedService shared)
{
    [Fact]
    [Trait("Fault", "67")]
    public async Task The_same_invoice_from_another_file_layout_is_the_same_invoice()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var supplier = await Party.OpenAsync(shared.Service, "tier2-steel");
        var sample = await File.ReadAllTextAsync(
            RepositoryFolder.At("devnet", "samples", "steel-jpy.xml"), cancellation);
        var relaid = sample.ReplaceLineEndings("\r\n").Replace("cbc:", "basic:").Replace("xmlns:cbc", "xmlns:basic");

        var first = await ReadAsync(sample);
        var second = await ReadAsync(relaid);
        await supplier.Client.Invoices.SubmitAsync(Sign(supplier, first), WaitFor.Included, cancellation);
        var refusal = await Assert.ThrowsAsync<LedgerException>(() =>
            supplier.Client.Invoices.SubmitAsync(Sign(supplier, second), WaitFor.Included, cancellation));

        Assert.NotEqual(first.DocumentHash, second.DocumentHash);
        Assert.Equal("INVOICE_ALREADY_EXISTS", refusal.ReasonName);
    }

    private static SignedIntent<Contracts.Intents.SubmitInvoice> Sign(Party supplier, UblInvoice invoice) =>
        supplier.Signer.Submit(InvoiceDraft.Of(invoice, new ParticipantId(1)));

    private static async Task<UblInvoice> ReadAsync(string document)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(document));
        var result = await UblInvoiceReader.ReadAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.IsInvoice, string.Join('\n', result.Errors));
        return result.Invoice;
    }
}
