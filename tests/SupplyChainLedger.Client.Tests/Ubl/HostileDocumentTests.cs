using System.Text;
using SupplyChainLedger.Client.Ubl;

namespace SupplyChainLedger.Client.Tests.Ubl;

public sealed class HostileDocumentTests
{
    private const string CiiNamespace = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";

    private static readonly TestInvoice Invoice = new();

    public static TheoryData<string> Doctypes =>
    [
        """<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/hostname">]>""",
        """<!DOCTYPE Invoice [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>""",
        """<!DOCTYPE Invoice SYSTEM "http://127.0.0.1:9/invoice.dtd">""",
        """<!DOCTYPE Invoice PUBLIC "-//x//y" "invoice.dtd">""",
        """<!DOCTYPE Invoice [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;&b;">]>""",
        "<!DOCTYPE Invoice>",
    ];

    [Theory]
    [Trait("Fault", "44")]
    [MemberData(nameof(Doctypes))]
    public async Task A_document_type_definition_is_refused_whatever_it_says(string doctype)
    {
        var hostile = Invoice with { Prolog = Invoice.Prolog + doctype, Number = "<cbc:ID>&x;</cbc:ID>" };

        var error = await hostile.TheErrorAsync();

        Assert.Equal(UblReason.DtdForbidden, error.Reason);
    }

    [Fact]
    public async Task An_entity_that_nobody_declared_is_an_error_of_the_XML()
    {
        var error = await (Invoice with { Number = "<cbc:ID>&x;</cbc:ID>" }).TheErrorAsync();

        Assert.Equal(UblReason.XmlMalformed, error.Reason);
    }

    [Fact]
    public async Task Nesting_deeper_than_the_limit_is_refused_and_up_to_it_is_not()
    {
        var deepest = Invoice with { Lines = Nested(UblLimits.MaxDepth) };
        var deeper = Invoice with { Lines = Nested(UblLimits.MaxDepth + 1) };
        var bottomless = Invoice with { Lines = Nested(100_000) };

        Assert.True((await deepest.ReadAsync()).IsInvoice);
        Assert.Equal(UblReason.NestedTooDeep, (await deeper.TheErrorAsync()).Reason);
        Assert.Equal(UblReason.NestedTooDeep, (await bottomless.TheErrorAsync()).Reason);
    }

    [Fact]
    public async Task Nesting_within_a_value_is_limited_as_well()
    {
        var error = await (Invoice with { Number = $"<cbc:ID>{Nested(100_000)}</cbc:ID>" }).TheErrorAsync();

        Assert.Equal(UblReason.NestedTooDeep, error.Reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(500)]
    [InlineData(-1)]
    public async Task A_truncated_document_is_refused(int length)
    {
        var xml = Invoice.ToXml();
        var truncated = xml[..(length < 0 ? xml.Length + length : length)];

        var error = await TestInvoice.TheErrorOfAsync(truncated);

        Assert.Equal(length == 0 ? UblReason.FileEmpty : UblReason.XmlMalformed, error.Reason);
    }

    [Theory]
    [InlineData("%PDF-1.7\n%âãÏÓ")]
    [InlineData("{\"number\": \"INV-7\"}")]
    [InlineData("number;date\nINV-7;2026-11-02")]
    [InlineData(" ")]
    [InlineData("\0\0\0\0")]
    [InlineData("<Invoice")]
    [InlineData("<a/><b/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"no-such-encoding\"?><a/>")]
    public async Task What_is_not_XML_is_refused(string content)
    {
        var result = await TestInvoice.ReadAsync(content);

        Assert.Contains(
            Assert.Single(result.Errors).Reason, (string[])[UblReason.XmlMalformed, UblReason.FormatUnknown]);
    }

    [Fact]
    public async Task Bytes_that_are_not_in_the_declared_encoding_are_refused()
    {
        var latin1 = Encoding.Latin1.GetBytes((Invoice with { Number = "<cbc:ID>ä7</cbc:ID>" }).ToXml());

        var error = Assert.Single((await TestInvoice.ReadAsync(latin1)).Errors);

        Assert.Equal(UblReason.XmlMalformed, error.Reason);
    }

    [Theory]
    [InlineData("CreditNote", "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", UblReason.CreditNote)]
    [InlineData("CrossIndustryInvoice", CiiNamespace, UblReason.FormatCii)]
    [InlineData("Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-1.0", UblReason.NamespaceWrong)]
    [InlineData("Invoice", "", UblReason.NamespaceWrong)]
    [InlineData("Order", "urn:oasis:names:specification:ubl:schema:xsd:Order-2", UblReason.FormatUnknown)]
    [InlineData("html", "http://www.w3.org/1999/xhtml", UblReason.FormatUnknown)]
    public async Task Another_kind_of_document_is_called_by_its_name(string root, string space, string reason)
    {
        var error = await TestInvoice.TheErrorOfAsync($"""<x:{root} xmlns:x="{space}"><a/></x:{root}>"""
            .Replace("x:", space.Length == 0 ? "" : "x:").Replace("xmlns:x=\"\"", ""));

        Assert.Equal(reason, error.Reason);
        Assert.Equal("/" + root, error.XPath);
        Assert.Equal(1, error.Line);
        Assert.Equal($"'{{{space}}}{root}'", error.Found);
    }

    [Fact]
    public async Task What_is_found_is_shown_bounded_and_without_control_characters()
    {
        var text = "\u202E\u0085" + new string('9', 3000);
        var invoice = Invoice with { IssueDate = $"<cbc:IssueDate>{text}</cbc:IssueDate>" };

        var error = await invoice.TheErrorAsync();

        Assert.StartsWith("'\\u{202E} 999", error.Found, StringComparison.Ordinal);
        Assert.EndsWith("9…'", error.Found, StringComparison.Ordinal);
        Assert.InRange(error.Found!.Length, 100, 220);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_error_and_no_exception()
    {
        var result = await UblInvoiceReader.ReadFileAsync(
            Path.Combine(RepositoryFolder.Root, "no", "such.xml"), null, TestContext.Current.CancellationToken);

        var error = Assert.Single(result.Errors);
        Assert.Equal((UblReason.FileUnreadable, "there is no such file"), (error.Reason, error.Problem));
    }

    [Fact]
    public async Task A_folder_is_an_error_and_no_exception()
    {
        var result = await UblInvoiceReader.ReadFileAsync(
            RepositoryFolder.Root, null, TestContext.Current.CancellationToken);

        Assert.Equal(UblReason.FileUnreadable, Assert.Single(result.Errors).Reason);
    }

    [Fact]
    public async Task Cancelling_ends_the_reading()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => UblInvoiceReader.ReadAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(Invoice.ToXml())), null, cancelled.Token));
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
}
