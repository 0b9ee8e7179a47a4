using System.Text;
using SupplyChainLedger.Client.Ubl;

namespace SupplyChainLedger.Client.Tests.Ubl;

/// <summary>The same invoice from another file layout has the same business key and another document hash.</summary>
public sealed class LayoutTests
{
    private static readonly TestInvoice Original = new()
    {
        Number = "<cbc:ID>R/2026 7ä</cbc:ID>",
        Seller = TestInvoice.TaxScheme("DE 123456789", "VAT") + TestInvoice.LegalEntity("Brakes GmbH"),
        Payment = "<cac:PaymentTerms><cbc:Note>90 days net</cbc:Note></cac:PaymentTerms>",
    };

    private static readonly Encoding Latin1 = Encoding.Latin1;

    private static readonly Dictionary<string, Func<string, byte[]>> Changes = new()
    {
        ["other prefixes"] = xml => Utf8(OtherPrefixes(xml)),
        ["no indentation"] = xml => Utf8(string.Join(' ', xml.Split('\n', StringSplitOptions.TrimEntries))),
        ["Windows line ends"] = xml => Utf8(xml.ReplaceLineEndings("\r\n")),
        ["line break within the number"] = xml => Utf8(xml.Replace("R/2026 7ä", "\n\tR/2026\n  7ä ")),
        ["number in a CDATA section"] = xml => Utf8(xml.Replace("R/2026 7ä", "<![CDATA[R/2026]]> 7ä")),
        ["number with character references"] = xml => Utf8(xml.Replace("R/2026 7ä", "R&#47;2026&#x20;7&#228;")),
        ["comment within the number"] = xml => Utf8(xml.Replace("2026 7", "20<!-- no -->26 7")),
        ["other attributes"] = xml => Utf8(xml.Replace("currencyID=\"EUR\"", "x=\"1\" currencyID='EUR' y=\"2\"")),
        ["more decimals"] = xml => Utf8(xml.Replace("119.00", "119.0000")),
        ["fewer decimals"] = xml => Utf8(xml.Replace("119.00", "119")),
        ["a byte order mark"] = xml => [.. Encoding.UTF8.Preamble, .. Utf8(xml)],
        ["UTF-16, little-endian"] = xml => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(As(xml, "UTF-16"))],
        ["UTF-16, big-endian"] = xml => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(As(xml, "UTF-16"))],
        ["ISO 8859-1"] = xml => Latin1.GetBytes(As(xml, "ISO-8859-1")),
        ["no XML declaration"] = xml => Utf8(xml[xml.IndexOf("<Invoice", StringComparison.Ordinal)..]),
        ["unknown elements and extensions"] = xml => Utf8(WithExtension(xml)),
        ["a time zone behind the dates"] = xml => Utf8(xml.Replace("-02</", "-02Z</").Replace("-31</", "-31+01:00</")),
    };

    public static TheoryData<string> Layouts => [.. Changes.Keys];

    [Theory]
    [Trait("Fault", "67")]
    [MemberData(nameof(Layouts))]
    public async Task Another_layout_is_the_same_invoice_in_another_document(string layout)
    {
        var expected = await Original.TheInvoiceAsync();
        var bytes = Changes[layout](Original.ToXml());

        var result = await TestInvoice.ReadAsync(bytes);

        Assert.True(result.IsInvoice, $"{layout}: {string.Join('\n', result.Errors)}");
        var invoice = result.Invoice;
        Assert.Equal("R/2026 7ä", invoice.Number);
        Assert.Equal(
            (expected.Number, expected.IssueDate, expected.TypeCode),
            (invoice.Number, invoice.IssueDate, invoice.TypeCode));
        Assert.Equal((expected.AmountDue, expected.DueDate), (invoice.AmountDue, invoice.DueDate));
        Assert.Equal(expected.Seller.VatIdentifier, invoice.Seller.VatIdentifier);
        Assert.Equal(expected.PaymentTerms, invoice.PaymentTerms);
        Assert.NotEqual(expected.DocumentHash, invoice.DocumentHash);
    }

    [Fact]
    public async Task Bytes_after_the_root_element_count_for_the_hash()
    {
        var xml = Original.ToXml();

        var plain = await TestInvoice.ReadAsync(xml);
        var trailed = await TestInvoice.ReadAsync(xml + "\n<!-- printed -->\n");

        Assert.NotEqual(plain.Invoice!.DocumentHash, trailed.Invoice!.DocumentHash);
    }

    [Fact]
    public async Task An_element_in_a_foreign_namespace_is_not_the_field_of_its_name()
    {
        var foreign = Original with
        {
            DueDate = """<cbc:DueDate xmlns:cbc="urn:example:other">2027-01-31</cbc:DueDate>""",
        };

        Assert.Equal(UblReason.DueDateMissing, (await foreign.TheErrorAsync()).Reason);
    }

    [Fact]
    public async Task A_number_deeper_in_the_document_is_not_the_invoices()
    {
        var nested = Original with
        {
            Number = "",
            Lines = "<cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>",
            Payment = "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>OLD</cbc:ID>"
                + "</cac:InvoiceDocumentReference></cac:BillingReference>",
        };

        var error = await nested.TheErrorAsync();
        Assert.Equal(
            (UblReason.FieldMissing, "BT-1", "/Invoice/cbc:ID"), (error.Reason, error.Field!.Term, error.XPath));
    }

    private static byte[] Utf8(string xml) => Encoding.UTF8.GetBytes(xml);

    private static string As(string xml, string encoding) => xml.Replace("\"UTF-8\"", $"\"{encoding}\"");

    private static string OtherPrefixes(string xml) => xml
        .Replace("cac:", "a:").Replace("cbc:", "ns1:").Replace("xmlns:cac", "xmlns:a").Replace("xmlns:cbc", "xmlns:ns1")
        .Replace("<Invoice xmlns=", "<i:Invoice xmlns:i=").Replace("</Invoice>", "</i:Invoice>");

    private static string WithExtension(string xml) => xml.Replace(
        "<cbc:ID>R",
        """
        <ext:UBLExtensions xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2">
          <ext:UBLExtension><ext:ExtensionContent><cbc:ID>signature</cbc:ID></ext:ExtensionContent></ext:UBLExtension>
        </ext:UBLExtensions>
        <cbc:UBLVersionID>2.1</cbc:UBLVersionID><?print now?>
        <cbc:ID>R
        """.TrimEnd());
}
