using SupplyChainLedger.Client.Ubl;
using SupplyChainLedger.Contracts.Identifiers;

namespace SupplyChainLedger.Client.Tests.Ubl;

public sealed class PartyTests
{
    private const string RightLei = "506700GE1G29325QX363";
    private const string OtherLei = "7LTWFZYICNSX8D621K86";

    private static readonly string Name = TestInvoice.LegalEntity("Brakes GmbH");

    [Fact]
    public async Task A_LEI_is_found_among_the_identifiers()
    {
        var seller = await SellerAsync(
            TestInvoice.Identification("4721480668400", "0088") + TestInvoice.Identification(RightLei, "0199") + Name);

        Assert.Equal(RightLei, seller.Lei!.Value.Value);
        Assert.Equal(2, seller.Identifiers.Count);
    }

    [Fact]
    public async Task A_LEI_is_found_as_the_legal_registration()
    {
        var registration = $"""<cbc:CompanyID schemeID="0199">{RightLei.ToLowerInvariant()}</cbc:CompanyID>""";

        var seller = await SellerAsync(TestInvoice.LegalEntity("Brakes GmbH", registration));

        Assert.Equal(RightLei, seller.Lei!.Value.Value);
    }

    [Fact]
    public async Task An_identifier_of_another_scheme_is_no_LEI_though_it_looks_like_one()
    {
        var seller = await SellerAsync(TestInvoice.Identification(RightLei, "0088") + Name);

        Assert.Null(seller.Lei);
    }

    [Fact]
    public async Task A_LEI_with_wrong_check_digits_is_refused()
    {
        var error = await new TestInvoice
        {
            Seller = TestInvoice.Identification("506700GE1G29325QX364", "0199") + Name,
        }.TheErrorAsync();

        Assert.Equal((UblReason.LeiInvalid, "BT-29"), (error.Reason, error.Field!.Term));
        Assert.Equal("'506700GE1G29325QX364'", error.Found);
    }

    [Fact]
    public async Task Two_different_LEIs_of_one_party_are_refused_and_the_same_one_twice_is_not()
    {
        var registration = $"""<cbc:CompanyID schemeID="0199">{RightLei}</cbc:CompanyID>""";
        var entity = TestInvoice.LegalEntity("Brakes GmbH", registration);

        var same = await SellerAsync(TestInvoice.Identification(RightLei, "0199") + entity);
        var error = await new TestInvoice
        {
            Seller = TestInvoice.Identification(OtherLei, "0199") + entity,
        }.TheErrorAsync();

        Assert.True(Lei.TryParse(RightLei, out var lei, out _));
        Assert.Equal(lei, same.Lei);
        Assert.Equal((UblReason.LeiConflict, "BT-30"), (error.Reason, error.Field!.Term));
    }

    [Theory]
    [InlineData("VAT")]
    [InlineData(" vat ")]
    public async Task The_VAT_identifier_is_the_tax_registration_whose_scheme_says_so(string scheme)
    {
        var seller = await SellerAsync(
            TestInvoice.TaxScheme("123/456", "FC") + TestInvoice.TaxScheme("DE 123456789", scheme) + Name);

        Assert.Equal("DE 123456789", seller.VatIdentifier);
    }

    [Fact]
    public async Task A_second_VAT_identifier_is_refused()
    {
        var error = await new TestInvoice
        {
            Seller = TestInvoice.TaxScheme("DE1", "VAT") + TestInvoice.TaxScheme("DE2", "VAT") + Name,
        }.TheErrorAsync();

        Assert.Equal((UblReason.FieldRepeated, "BT-31", "'DE2'"), (error.Reason, error.Field!.Term, error.Found));
    }

    [Fact]
    public async Task A_trading_name_stands_in_for_the_registered_one_with_a_warning()
    {
        var result = await new TestInvoice
        {
            Seller = "<cac:PartyName><cbc:Name>Brakes &amp; Co</cbc:Name></cac:PartyName>",
        }.ReadAsync();

        Assert.Equal("Brakes & Co", result.Invoice!.Seller.Name);
        Assert.Equal(UblReason.NameIsTradingName, Assert.Single(result.Warnings).Reason);
    }

    private static async Task<UblParty> SellerAsync(string seller) =>
        (await new TestInvoice { Seller = seller }.TheInvoiceAsync()).Seller;
}
