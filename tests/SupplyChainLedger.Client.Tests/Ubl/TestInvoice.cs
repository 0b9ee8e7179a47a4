using System.Text;
using SupplyChainLedger.Client.Ubl;

namespace SupplyChainLedger.Client.Tests.Ubl;

/// <summary>A small, valid UBL invoice whose parts a test replaces one by one.</summary>
internal sealed record TestInvoice
{
    public const string Namespaces = """
        xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
        xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
        xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
        """;

    public string Prolog { get; init; } = """<?xml version="1.0" encoding="UTF-8"?>""";

    public string Number { get; init; } = "<cbc:ID>INV-7</cbc:ID>";

    public string IssueDate { get; init; } = "<cbc:IssueDate>2026-11-02</cbc:IssueDate>";

    public string DueDate { get; init; } = "<cbc:DueDate>2027-01-31</cbc:DueDate>";

    public string TypeCode { get; init; } = "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>";

    public string Currency { get; init; } = "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>";

    public string Seller { get; init; } = LegalEntity("Brakes GmbH");

    public string Buyer { get; init; } = LegalEntity("Core Motors AG");

    public string Payment { get; init; } = "";

    public string Amount { get; init; } = """<cbc:PayableAmount currencyID="EUR">119.00</cbc:PayableAmount>""";

    public string Lines { get; init; } = "";

    public static string LegalEntity(string name, string companyId = "") =>
        $"<cac:PartyLegalEntity><cbc:RegistrationName>{name}</cbc:RegistrationName>{companyId}</cac:PartyLegalEntity>";

    public static string Identification(string value, string scheme) =>
        $"""<cac:PartyIdentification><cbc:ID schemeID="{scheme}">{value}</cbc:ID></cac:PartyIdentification>""";

    public static string TaxScheme(string companyId, string scheme) =>
        $"""
        <cac:PartyTaxScheme>
          <cbc:CompanyID>{companyId}</cbc:CompanyID><cac:TaxScheme><cbc:ID>{scheme}</cbc:ID></cac:TaxScheme>
        </cac:PartyTaxScheme>
        """;

    public static Task<UblReadResult> ReadAsync(string xml, UblReadOptions? options = null) =>
        ReadAsync(Encoding.UTF8.GetBytes(xml), options);

    public static Task<UblReadResult> ReadAsync(byte[] bytes, UblReadOptions? options = null) =>
        UblInvoiceReader.ReadAsync(new MemoryStream(bytes), options, TestContext.Current.CancellationToken);

    public static async Task<UblError> TheErrorOfAsync(string xml) => Assert.Single((await ReadAsync(xml)).Errors);

    public Task<UblReadResult> ReadAsync(UblReadOptions? options = null) => ReadAsync(ToXml(), options);

    public async Task<UblInvoice> TheInvoiceAsync(UblReadOptions? options = null)
    {
        var result = await ReadAsync(options);
        Assert.Empty(result.Errors);
        Assert.True(result.IsInvoice);
        return result.Invoice;
    }

    public async Task<UblError> TheErrorAsync(UblReadOptions? options = null)
    {
        var result = await ReadAsync(options);
        Assert.Null(result.Invoice);
        return Assert.Single(result.Errors);
    }

    public string ToXml() =>
        $"""
        {Prolog}
        <Invoice {Namespaces}>
          {Number}
          {IssueDate}
          {DueDate}
          {TypeCode}
          {Currency}
          <cac:AccountingSupplierParty><cac:Party>{Seller}</cac:Party></cac:AccountingSupplierParty>
          <cac:AccountingCustomerParty><cac:Party>{Buyer}</cac:Party></cac:AccountingCustomerParty>
          {Payment}
          <cac:LegalMonetaryTotal>{Amount}</cac:LegalMonetaryTotal>
          {Lines}
        </Invoice>
        """;
}
