using SupplyChainLedger.Client.Ubl;
using SupplyChainLedger.Client.Ubl.Identity;
using SupplyChainLedger.Contracts.Identifiers;

namespace SupplyChainLedger.Client.Tests.Ubl;

public sealed class PartyIdentityTests
{
    private static readonly UblParty Party = new()
    {
        Name = "Brakes GmbH",
        Identifiers = [new UblIdentifier("506700GE1G29325QX363", "0199")],
        LegalRegistration = null,
        VatIdentifier = "DE 123456789",
        Endpoint = new UblIdentifier("Invoices@Brakes.example", "EM"),
        Lei = LeiOf("506700GE1G29325QX363"),
    };

    private static readonly RegisteredIdentifiers Registered = new(
        IdentifierHash.OfLei(LeiOf("506700GE1G29325QX363")),
        IdentifierHash.OfVat("DE123456789"),
        IdentifierHash.OfEndpoint("EM", "invoices@brakes.example"));

    [Fact]
    public void The_registered_identifiers_match_in_any_notation()
    {
        var check = Check(Registered, Party);

        Assert.Equal(PartyComparison.Matches, check.Outcome);
        Assert.Empty(check.Errors);
        Assert.Null(check.Warning);
    }

    [Fact]
    public void One_matching_identifier_is_enough_where_the_others_are_not_on_both_sides()
    {
        var party = Party with { Lei = null, Endpoint = null };

        Assert.Equal(PartyComparison.Matches, Check(Registered, party).Outcome);
        Assert.Equal(PartyComparison.Matches, Check(Registered with { Vat = null }, Party).Outcome);
    }

    [Fact]
    public void One_contradicting_identifier_outweighs_those_that_match()
    {
        var check = Check(Registered with { Vat = IdentifierHash.OfVat("DE987654321") }, Party);

        Assert.Equal(PartyComparison.Contradicts, check.Outcome);
        var error = Assert.Single(check.Errors);
        Assert.Equal((UblReason.PartyContradicts, "BT-31"), (error.Reason, error.Field!.Term));
        Assert.Equal("'DE 123456789'", error.Found);
        Assert.Contains("tier1-brakes", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_contradicting_identifier_is_named()
    {
        var other = new RegisteredIdentifiers(
            IdentifierHash.OfLei(LeiOf("7LTWFZYICNSX8D621K86")),
            IdentifierHash.OfVat("FR1"),
            IdentifierHash.OfEndpoint("EM", "x@y"));

        Assert.Equal(["BT-29", "BT-31", "BT-34"], Check(other, Party).Errors.Select(error => error.Field!.Term));
    }

    [Fact]
    public void A_participant_without_registered_identifiers_gives_a_warning()
    {
        var check = Check(RegisteredIdentifiers.None, Party);

        Assert.Equal(PartyComparison.NothingRegistered, check.Outcome);
        Assert.Equal(UblReason.PartyUnverified, check.Warning!.Reason);
    }

    [Fact]
    public void A_document_without_any_registered_kind_of_identifier_gives_a_warning()
    {
        var anonymous = Party with { Lei = null, VatIdentifier = null, Endpoint = new UblIdentifier("x", null) };

        var check = Check(Registered, anonymous);

        Assert.Equal(PartyComparison.NothingInCommon, check.Outcome);
        Assert.Equal(UblReason.PartyUnverified, check.Warning!.Reason);
    }

    [Fact]
    public void The_buyer_is_named_by_its_own_terms()
    {
        var check = PartyIdentity.Check(
            "core-motors", Registered with { Vat = IdentifierHash.OfVat("FR1") }, Party, UblFields.Buyer);

        Assert.Equal("BT-48", Assert.Single(check.Errors).Field!.Term);
    }

    private static PartyCheck Check(RegisteredIdentifiers registered, UblParty party) =>
        PartyIdentity.Check("tier1-brakes", registered, party, UblFields.Seller);

    private static Lei LeiOf(string text) =>
        Lei.TryParse(text, out var lei, out var problem) ? lei : throw new ArgumentException($"{text}: {problem}");
}
