namespace SupplyChainLedger.Testing;

/// <summary>A small UBL invoice that is in order unless a test asks for something else.</summary>
public sealed record SampleInvoice(string Number)
{
    /// <summary>Amount due in decimal notation.</summary>
    public string Amount { get; init; } = "336.90";

    /// <summary>ISO 4217 code.</summary>
    public string CurrencyCode { get; init; } = "EUR";

    /// <summary>Due date; null leaves the element out.</summary>
    public string? DueDate { get; init; } = "2027-03-31";

    /// <summary>XML inside the seller's party, before its name.</summary>
    public string SellerDetails { get; init; } = "";

    /// <summary>Writes it into a folder and returns its path.</summary>
    public string WriteTo(string folder)
    {
        var path = Path.Combine(folder, $"{Number}.xml");
        File.WriteAllText(path, ToXml());
        return path;
    }

    private static string Name(string name) =>
        $"<cac:PartyLegalEntity><cbc:RegistrationName>{name}</cbc:RegistrationName></cac:PartyLegalEntity>";

    private string ToXml() => $"""
        <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
            xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
            xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:ID>{Number}</cbc:ID>
          <cbc:IssueDate>2026-01-05</cbc:IssueDate>
          {(DueDate is null ? "" : $"<cbc:DueDate>{DueDate}</cbc:DueDate>")}
          <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
          <cbc:DocumentCurrencyCode>{CurrencyCode}</cbc:DocumentCurrencyCode>
          <cac:AccountingSupplierParty>
            <cac:Party>{SellerDetails}{Name("Brakes")}</cac:Party>
          </cac:AccountingSupplierParty>
          <cac:AccountingCustomerParty>
            <cac:Party>{Name("Motors")}</cac:Party>
          </cac:AccountingCustomerParty>
          <cac:LegalMonetaryTotal>
            <cbc:PayableAmount currencyID="{CurrencyCode}">{Amount}</cbc:PayableAmount>
          </cac:LegalMonetaryTotal>
        </Invoice>
        """;
}
