namespace SupplyChainLedger.Client.Ubl;

/// <summary>The fields of one party, which UBL lays out the same for seller and buyer.</summary>
public sealed class UblPartyFields
{
    private UblPartyFields(string party, string path, int[] terms)
    {
        Party = party;
        Name = Field(terms[0], "name", "cac:PartyLegalEntity/cbc:RegistrationName");
        TradingName = Field(terms[1], "trading name", "cac:PartyName/cbc:Name");
        Identifier = Field(terms[2], "identifier", "cac:PartyIdentification/cbc:ID");
        LegalRegistration = Field(terms[3], "legal registration identifier", "cac:PartyLegalEntity/cbc:CompanyID");
        VatIdentifier = Field(terms[4], "VAT identifier", "cac:PartyTaxScheme/cbc:CompanyID");
        TaxScheme = Field(terms[4], "tax scheme", "cac:PartyTaxScheme/cac:TaxScheme/cbc:ID");
        Endpoint = Field(terms[5], "electronic address", "cbc:EndpointID");

        UblField Field(int term, string name, string step) => new($"BT-{term}", $"{party} {name}", $"{path}/{step}");
    }

    /// <summary>The party's part: <c>seller</c> or <c>buyer</c>.</summary>
    public string Party { get; }

    /// <summary>Registered name: BT-27 or BT-44.</summary>
    public UblField Name { get; }

    /// <summary>Trading name: BT-28 or BT-45.</summary>
    public UblField TradingName { get; }

    /// <summary>Identifier, repeatable: BT-29 or BT-46.</summary>
    public UblField Identifier { get; }

    /// <summary>Legal registration: BT-30 or BT-47.</summary>
    public UblField LegalRegistration { get; }

    /// <summary>VAT identifier, where the tax scheme beside it is VAT: BT-31 or BT-48.</summary>
    public UblField VatIdentifier { get; }

    /// <summary>Electronic address: BT-34 or BT-49.</summary>
    public UblField Endpoint { get; }

    /// <summary>Says which tax a <see cref="VatIdentifier"/> belongs to.</summary>
    internal UblField TaxScheme { get; }

    internal IEnumerable<UblField> All =>
        [Name, TradingName, Identifier, LegalRegistration, VatIdentifier, TaxScheme, Endpoint];

    internal static UblPartyFields At(string party, string path, params int[] terms) => new(party, path, terms);
}
