using SupplyChainLedger.Contracts.Identifiers;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Contracts.Tests.Identifiers;

public sealed class IdentifierHashTests
{
    // Computed with `cast keccak`.
    [Fact]
    public void The_hash_is_keccak_of_scheme_colon_and_value()
    {
        Assert.True(Lei.TryParse("506700GE1G29325QX363", out var lei, out _));

        Assert.Equal(
            "0xf65b574184751d3f7de08826f75ed84078aca7eeaf6beec4ed0645bf704dd891",
            IdentifierHash.OfLei(lei).ToString());
        Assert.Equal(
            "0x1c6da89fb8d61f1cd7517f3dde30fc79593bd34261cf0ae21fce95c5d67f8cc2",
            IdentifierHash.OfVat("DE123456789").ToString());
        Assert.Equal(
            "0x7b1af967afbdc7427df514bc56269331c8c8043ef691db434407a4f8ac212541",
            IdentifierHash.OfEndpoint("EM", "seller@email.de").ToString());
    }

    [Theory]
    [InlineData("DE 123456789")]
    [InlineData("de123456789")]
    [InlineData(" DE\u00A0123.456-789 ")]
    public void Another_notation_of_a_VAT_identifier_has_the_same_hash(string notation) =>
        Assert.Equal(IdentifierHash.OfVat("DE123456789"), IdentifierHash.OfVat(notation));

    [Theory]
    [InlineData("EM", "Seller@Email.DE")]
    [InlineData("em", " seller@email.de\n")]
    public void Another_notation_of_an_endpoint_has_the_same_hash(string scheme, string address) =>
        Assert.Equal(IdentifierHash.OfEndpoint("EM", "seller@email.de"), IdentifierHash.OfEndpoint(scheme, address));

    [Theory]
    [InlineData("EM", "seller@e-mail.de")]
    [InlineData("EM", "sel.ler@email.de")]
    [InlineData("0088", "seller@email.de")]
    public void Another_endpoint_has_another_hash(string scheme, string address) =>
        Assert.NotEqual(IdentifierHash.OfEndpoint("EM", "seller@email.de"), IdentifierHash.OfEndpoint(scheme, address));
}
