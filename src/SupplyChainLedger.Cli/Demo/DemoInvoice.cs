using System.Globalization;
using System.Text;
using SupplyChainLedger.Client.Ubl;

namespace SupplyChainLedger.Cli.Demo;

/// <summary>A fictional invoice as a UBL document, made in memory.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Seller">Who claims, for people.</param>
/// <param name="Amount">Amount due in decimal notation.</param>
/// <param name="CurrencyCode">ISO 4217 code.</param>
/// <param name="IssueDate">Date of issue; it is due 90 days later.</param>
internal sealed record DemoInvoice(
    string Number, string Seller, string Amount, string CurrencyCode, DateOnly IssueDate)
{
    private const int TermDays = 90;

    /// <summary>Reads the document as any other.</summary>
    public async Task<UblInvoice> ReadAsync(CancellationToken cancellation)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(ToXml()));
        var read = await UblInvoiceReader.ReadAsync(bytes, cancellationToken: cancellation);
        return read.Invoice ?? throw new InvalidOperationException(string.Join(" ", read.Errors));
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Name(string name) =>
        $"<cac:PartyLegalEntity><cbc:RegistrationName>{name}</cbc:RegistrationName></cac:PartyLegalEntity>";

    private string ToXml() => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
            xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
            xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
          <cbc:ID>{Number}</cbc:ID>
          <cbc:IssueDate>{Day(IssueDate)}</cbc:IssueDate>
          <cbc:DueDate>{Day(IssueDate.AddDays(TermDays))}</cbc:DueDate>
          <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
          <cbc:DocumentCurrencyCode>{CurrencyCode}</cbc:DocumentCurrencyCode>
          <cac:AccountingSupplierParty>
            <cac:Party>{Name(Seller)}</cac:Party>
          </cac:AccountingSupplierParty>
          <cac:AccountingCustomerParty>
            <cac:Party>{Name("Core Motors")}</cac:Party>
          </cac:AccountingCustomerParty>
          <cac:LegalMonetaryTotal>
            <cbc:PayableAmount currencyID="{CurrencyCode}">{Amount}</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>
        </Invoice>
        """;
}
