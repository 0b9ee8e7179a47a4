using System.Globalization;
using System.Security.Cryptography;
using SupplyChainLedger.Client.Ubl;
using SupplyChainLedger.Contracts.Monetary;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Client.Tests.Ubl;

/// <summary>Twelve invoices of the KoSIT XRechnung test suite, and what stands in them.</summary>
public sealed class PublicInvoiceTests
{
    private const string Euro = "EUR";

    private static readonly UblReadOptions DueIn2027 = new() { DueDate = new DateOnly(2027, 3, 31) };

    public static TheoryData<string, string, string, string?, long> Claims => new()
    {
        { "01.01a-INVOICE_ubl.xml", "123456XX", "2016-04-04", null, 33690 },
        { "01.02a-INVOICE_ubl.xml", "123456", "2016-06-21", null, 1260 },
        { "01.03a-INVOICE_ubl.xml", "RR123456", "2016-06-24", null, 18220 },
        { "01.04a-INVOICE_ubl.xml", "1234/78/901", "2016-06-16", null, 12000 },
        { "01.05a-INVOICE_ubl.xml", "PRG1502112", "2015-04-24", null, 1055530 },
        { "01.06a-INVOICE_ubl.xml", "R123456789", "2016-07-06", null, 2170170 },
        { "01.08a-INVOICE_ubl.xml", "R123456789", "2016-01-18", "2016-02-01", 282587 },
        { "02.01a-INVOICE_ubl.xml", "1234567", "2018-04-13", "2018-04-13", 1282969 },
        { "03.04a-INVOICE_ubl.xml", "123456789", "2018-06-05", "2019-03-14", 199762 },
        { "04.01a-INVOICE_ubl.xml", "12345", "2019-05-15", null, 491884 },
        { "05.01a-INVOICE_ubl.xml", "123456XX", "2016-04-04", null, 36686 },
    };

    public static TheoryData<string, string> PaymentTerms => new()
    {
        { "01.01a-INVOICE_ubl.xml", "'Zahlbar sofort ohne Abzug.'" },
        { "01.03a-INVOICE_ubl.xml", "'Fällig sofort, ohne Abzug'" },
        { "01.05a-INVOICE_ubl.xml", "'14 Tage'" },
        { "04.01a-INVOICE_ubl.xml", "'Zahlbar innerhalb 14 Tagen nach Erhalt der Rechnung.'" },
        { "05.01a-INVOICE_ubl.xml", "'Zahlbar sofort ohne Abzug.'" },
    };

    [Theory]
    [Trait("Fault", "44")]
    [MemberData(nameof(Claims))]
    public async Task A_real_invoice_becomes_the_record_that_stands_in_its_file(
        string name, string number, string issued, string? due, long minorUnits)
    {
        var path = TestDocuments.PublicInvoice(name);
        var options = due is null ? DueIn2027 : null;

        var result = await UblInvoiceReader.ReadFileAsync(path, options, TestContext.Current.CancellationToken);

        Assert.Empty(result.Errors);
        var invoice = result.Invoice!;
        Assert.Equal(number, invoice.Number);
        Assert.Equal(Date(issued), invoice.IssueDate);
        Assert.Equal(due is null ? null : Date(due), invoice.DocumentDueDate);
        Assert.Equal(due is null ? DueIn2027.DueDate : Date(due), invoice.DueDate);
        Assert.Equal(380, invoice.TypeCode);
        Assert.Equal(new Money(minorUnits, Currency.Find(Euro)!), invoice.AmountDue);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(Hash32.FromBytes(SHA256.HashData(bytes)), invoice.DocumentHash);
    }

    [Theory]
    [MemberData(nameof(PaymentTerms))]
    public async Task A_real_invoice_without_a_due_date_shows_its_terms_and_asks_for_the_date(string name, string terms)
    {
        var path = TestDocuments.PublicInvoice(name);

        var result = await UblInvoiceReader.ReadFileAsync(path, null, TestContext.Current.CancellationToken);

        var error = Assert.Single(result.Errors);
        Assert.Equal(UblReason.DueDateMissing, error.Reason);
        Assert.Equal("BT-9", error.Field!.Term);
        Assert.Equal("/Invoice/cbc:DueDate", error.XPath);
        Assert.Equal(terms, error.Found);
        Assert.Contains("--due-date YYYY-MM-DD", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_invoice_with_a_negative_amount_is_told_from_a_claim()
    {
        var path = TestDocuments.PublicInvoice("03.01a-INVOICE_ubl.xml");

        var result = await UblInvoiceReader.ReadFileAsync(path, null, TestContext.Current.CancellationToken);

        var error = Assert.Single(result.Errors);
        Assert.Equal(UblReason.AmountNotPositive, error.Reason);
        Assert.Equal("BT-115", error.Field!.Term);
        Assert.Equal("/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount", error.XPath);
        Assert.Equal(128, error.Line);
        Assert.Equal("'-225.14'", error.Found);
        Assert.Contains("credit note is a different thing", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parties_of_a_real_invoice_are_read_with_their_identifiers()
    {
        var path = TestDocuments.PublicInvoice("02.01a-INVOICE_ubl.xml");

        var result = await UblInvoiceReader.ReadFileAsync(path, null, TestContext.Current.CancellationToken);

        var seller = result.Invoice!.Seller;
        Assert.Equal("[Seller name]", seller.Name);
        Assert.Equal(new UblIdentifier("4721480668400", "0088"), Assert.Single(seller.Identifiers));
        Assert.Equal(new UblIdentifier("5923183878011", "0088"), seller.LegalRegistration);
        Assert.Equal("ATU123456789", seller.VatIdentifier);
        Assert.Equal(new UblIdentifier("rechnungsausgang@test.com", "EM"), seller.Endpoint);
        Assert.Null(seller.Lei);
        var buyer = result.Invoice.Buyer;
        Assert.Equal("[Buyer name]", buyer.Name);
        Assert.Equal(new UblIdentifier("138", null), Assert.Single(buyer.Identifiers));
        Assert.Equal(new UblIdentifier("90000000-03083-72", "0204"), buyer.LegalRegistration);
        Assert.Equal("DE12345ABC", buyer.VatIdentifier);
        Assert.Equal(new UblIdentifier("rechnungseingang@test.de", "EM"), buyer.Endpoint);
        Assert.Equal(
            "Bitte überweisen Sie bis zum 24.01.2015 auf das unten aufgeführte Konto.", result.Invoice.PaymentTerms);
    }

    [Fact]
    public async Task A_tax_number_that_is_no_VAT_identifier_is_not_taken_for_one()
    {
        var path = TestDocuments.PublicInvoice("01.04a-INVOICE_ubl.xml");

        var result = await UblInvoiceReader.ReadFileAsync(path, DueIn2027, TestContext.Current.CancellationToken);

        Assert.Null(result.Invoice!.Seller.VatIdentifier);
    }

    private static DateOnly Date(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
