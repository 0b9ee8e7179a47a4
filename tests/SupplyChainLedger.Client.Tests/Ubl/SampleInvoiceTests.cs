using System.Globalization;
using System.Xml.Linq;
using SupplyChainLedger.Client.Ubl;
using SupplyChainLedger.Contracts.Monetary;

namespace SupplyChainLedger.Client.Tests.Ubl;

/// <summary>The invoices that the demo and the README use.</summary>
public sealed class SampleInvoiceTests
{
    private static readonly XNamespace Cac =
        "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";

    private static readonly XNamespace Cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    [Theory]
    [InlineData("brakes-eur.xml", "TB-2026-0417", "91415.80 EUR", "2027-01-31", "Tier1 Brakes GmbH")]
    [InlineData("brakes-kwd.xml", "TB-2026-0418", "1197.675 KWD", "2027-02-01", "Tier1 Brakes GmbH")]
    [InlineData("steel-jpy.xml", "ST/2026/1183", "5163400 JPY", "2027-03-31", "Tier2 Steel KG")]
    public async Task A_sample_is_read_without_a_warning(
        string name, string number, string amount, string due, string seller)
    {
        var result = await ReadAsync(name);

        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
        var invoice = result.Invoice!;
        Assert.Equal(
            (number, amount, due),
            (invoice.Number, invoice.AmountDue.ToString(), invoice.DueDate.ToString("yyyy-MM-dd")));
        Assert.Equal((seller, "Core Motors AG"), (invoice.Seller.Name, invoice.Buyer.Name));
    }

    [Fact]
    public async Task The_sample_without_a_due_date_asks_for_it()
    {
        var error = Assert.Single((await ReadAsync("steel-terms-only.xml")).Errors);

        Assert.Equal(UblReason.DueDateMissing, error.Reason);
        Assert.Equal("'Payable 60 days after receipt of the goods, without deduction'", error.Found);
    }

    [Theory]
    [InlineData("brakes-eur.xml")]
    [InlineData("brakes-kwd.xml")]
    [InlineData("steel-jpy.xml")]
    [InlineData("steel-terms-only.xml")]
    public void The_lines_and_the_tax_of_a_sample_add_up_to_what_is_due(string name)
    {
        var invoice = XDocument.Load(Path.Combine(TestDocuments.Samples, name)).Root!;
        var total = invoice.Element(Cac + "LegalMonetaryTotal")!;
        var tax = invoice.Element(Cac + "TaxTotal")!;
        var decimals = Currency.Find((string)invoice.Element(Cbc + "DocumentCurrencyCode")!)!.Decimals;
        var lines = invoice.Elements(Cac + "InvoiceLine").ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(
            Number(line, "LineExtensionAmount"),
            Number(line, "InvoicedQuantity") * Number(line.Element(Cac + "Price")!, "PriceAmount")));
        Assert.Equal(Number(total, "LineExtensionAmount"), lines.Sum(line => Number(line, "LineExtensionAmount")));
        var subtotal = Assert.Single(tax.Elements(Cac + "TaxSubtotal"));
        var percent = (decimal?)subtotal.Element(Cac + "TaxCategory")!.Element(Cbc + "Percent") ?? 0;
        Assert.Equal(Number(total, "TaxExclusiveAmount"), Number(subtotal, "TaxableAmount"));
        Assert.Equal(
            Math.Round(Number(subtotal, "TaxableAmount") * percent / 100, decimals), Number(tax, "TaxAmount"));
        Assert.Equal(
            Number(total, "TaxInclusiveAmount"), Number(total, "TaxExclusiveAmount") + Number(tax, "TaxAmount"));
        Assert.Equal(Number(total, "PayableAmount"), Number(total, "TaxInclusiveAmount"));
    }

    private static Task<UblReadResult> ReadAsync(string name) => UblInvoiceReader.ReadFileAsync(
        Path.Combine(TestDocuments.Samples, name), null, TestContext.Current.CancellationToken);

    private static decimal Number(XElement parent, string name) =>
        decimal.Parse(parent.Element(Cbc + name)!.Value, CultureInfo.InvariantCulture);
}
