using SupplyChainLedger.Client.Ubl;

namespace SupplyChainLedger.Client.Tests.Ubl;

public sealed class FieldTests
{
    private static readonly TestInvoice Invoice = new();

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_in_the_order_of_the_fields()
    {
        var broken = new TestInvoice
        {
            Number = "<cbc:ID> </cbc:ID>",
            IssueDate = "<cbc:IssueDate>02.11.2026</cbc:IssueDate>",
            DueDate = "",
            TypeCode = "<cbc:InvoiceTypeCode>invoice</cbc:InvoiceTypeCode>",
            Currency = "<cbc:DocumentCurrencyCode>Euro</cbc:DocumentCurrencyCode>",
            Amount = """<cbc:PayableAmount currencyID="EUR">1,00</cbc:PayableAmount>""",
            Seller = "",
            Buyer = TestInvoice.Identification("529900T8BM49AURSDO56", "0199") + TestInvoice.LegalEntity("Core"),
        };

        var result = await broken.ReadAsync();

        Assert.Equal(
            [
                ("BT-1", UblReason.FieldMissing),
                ("BT-2", UblReason.DateMalformed),
                ("BT-3", UblReason.TypeUnsupported),
                ("BT-9", UblReason.DueDateMissing),
                ("BT-5", UblReason.CurrencyUnknown),
                ("BT-115", UblReason.CurrencyMismatch),
                ("BT-115", UblReason.AmountMalformed),
                ("BT-27", UblReason.FieldMissing),
                ("BT-46", UblReason.LeiInvalid),
            ],
            result.Errors.Select(error => (error.Field!.Term, error.Reason)));
        Assert.All(result.Errors, error => Assert.NotEmpty(error.Remedy));
        Assert.All(result.Errors, error => Assert.StartsWith("/Invoice/c", error.XPath, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_invoice_misses_every_required_field()
    {
        var result = await TestInvoice.ReadAsync($"<Invoice {TestInvoice.Namespaces}/>");

        Assert.Equal(
            ["BT-1", "BT-2", "BT-3", "BT-9", "BT-5", "BT-115", "BT-27", "BT-44"],
            result.Errors.Select(error => error.Field!.Term));
    }

    [Fact]
    public async Task An_error_tells_its_line_and_column()
    {
        var error = await (Invoice with { IssueDate = "\n\n     <cbc:IssueDate>soon</cbc:IssueDate>" }).TheErrorAsync();

        Assert.Equal((8, 7), (error.Line, error.Column));
        Assert.Equal(
            "BT-2 issue date at /Invoice/cbc:IssueDate (line 8, column 7): the value is not a calendar date in the "
                + "form YYYY-MM-DD (found: 'soon'). Correct the date in the document.",
            error.ToString());
    }

    [Theory]
    [InlineData("<cbc:ID>INV-7</cbc:ID>", "/Invoice/cbc:ID[2]")]
    [InlineData("<cbc:IssueDate>2026-11-02</cbc:IssueDate>", "/Invoice/cbc:IssueDate[2]")]
    [InlineData("<cbc:DueDate/>", "/Invoice/cbc:DueDate[2]")]
    [InlineData("<cac:AccountingSupplierParty/>", "/Invoice/cac:AccountingSupplierParty[2]")]
    [InlineData("<cac:LegalMonetaryTotal/>", "/Invoice/cac:LegalMonetaryTotal[2]")]
    public async Task A_second_element_where_one_is_allowed_is_refused_even_when_it_says_the_same(
        string second, string xpath)
    {
        var error = await (Invoice with { Lines = second }).TheErrorAsync();

        Assert.Equal((UblReason.FieldRepeated, xpath), (error.Reason, error.XPath));
    }

    [Fact]
    public async Task Too_many_repetitions_are_refused_once()
    {
        var many = string.Concat(
            Enumerable.Repeat("<cac:PartyName><cbc:Name>x</cbc:Name></cac:PartyName>", UblLimits.MaxRepeats + 2));

        var error = await (Invoice with { Seller = many + Invoice.Seller }).TheErrorAsync();

        Assert.Equal(UblReason.FieldRepeated, error.Reason);
        Assert.EndsWith("cac:PartyName[101]", error.XPath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_holds_an_element_is_refused_once_and_not_read_around_it()
    {
        var invoice = Invoice with { Number = "<cbc:ID>IN<b>V</b>-<b>7</b></cbc:ID>" };

        var error = await invoice.TheErrorAsync();

        Assert.Equal((UblReason.FieldNotText, "'<b>'"), (error.Reason, error.Found));
    }

    [Fact]
    public async Task An_attribute_longer_than_its_limit_is_refused()
    {
        var invoice = Invoice with { Seller = TestInvoice.Identification("7", new string('1', 65)) + Invoice.Seller };

        var error = await invoice.TheErrorAsync();

        Assert.Equal((UblReason.FieldTooLong, "BT-29"), (error.Reason, error.Field!.Term));
    }

    [Theory]
    [InlineData("a\u0308-7", UblReason.NumberAmbiguous)]
    [InlineData("INV\u200B7", UblReason.NumberAmbiguous)]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123X", UblReason.NumberTooLong)]
    public async Task A_number_that_the_ledger_cannot_hold_is_refused_by_its_name(string number, string reason)
    {
        var error = await (Invoice with { Number = $"<cbc:ID>{number}</cbc:ID>" }).TheErrorAsync();

        Assert.Equal((reason, "BT-1"), (error.Reason, error.Field!.Term));
    }

    [Theory]
    [InlineData("381", UblReason.CreditNote)]
    [InlineData("396", UblReason.CreditNote)]
    [InlineData("261", UblReason.CreditNote)]
    [InlineData("325", UblReason.TypeUnsupported)]
    [InlineData("999", UblReason.TypeUnsupported)]
    [InlineData("0380", null)]
    [InlineData("-380", UblReason.TypeUnsupported)]
    [InlineData("38O", UblReason.TypeUnsupported)]
    [InlineData("65916", UblReason.TypeUnsupported)]
    public async Task A_document_that_asks_for_no_payment_is_refused_by_its_type(string code, string? reason)
    {
        var invoice = Invoice with { TypeCode = $"<cbc:InvoiceTypeCode>{code}</cbc:InvoiceTypeCode>" };

        var result = await invoice.ReadAsync();

        Assert.Equal(reason, result.Errors.SingleOrDefault()?.Reason);
    }

    [Fact]
    public async Task A_factored_invoice_is_read_with_a_warning()
    {
        var result = await (Invoice with { TypeCode = "<cbc:InvoiceTypeCode>393</cbc:InvoiceTypeCode>" }).ReadAsync();

        Assert.Equal(393, result.Invoice!.TypeCode);
        Assert.Equal(UblReason.AlreadyFactored, Assert.Single(result.Warnings).Reason);
    }
}
