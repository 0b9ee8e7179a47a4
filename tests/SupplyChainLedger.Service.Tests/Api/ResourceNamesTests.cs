using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Service.Api.Resources;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Tests.Api;

public sealed class ResourceNamesTests
{
    private static readonly string Digits = $"0x{new string('a', 63)}7";

    [Fact]
    public void A_name_that_was_written_is_read_back()
    {
        var hash = Hash32.Parse(Digits);

        Assert.Equal(new InvoiceId(hash), ResourceNames.ReadInvoice("name", ResourceNames.Of(new InvoiceId(hash))));
        Assert.Equal(new IntentHash(hash), ResourceNames.ReadIntent("name", ResourceNames.Of(new IntentHash(hash))));
        Assert.Equal("tier-1", ResourceNames.ReadParticipant("name", ResourceNames.OfParticipant("tier-1")));
    }

    [Fact]
    public void A_name_is_its_collection_a_slash_and_the_id_in_lower_case()
    {
        Assert.Equal($"invoices/{Digits}", ResourceNames.Of(new InvoiceId(Hash32.Parse(Digits))));
        Assert.Equal($"intents/{Digits}", ResourceNames.Of(new IntentHash(Hash32.Parse(Digits))));
        Assert.Equal("participants/bank-east", ResourceNames.OfParticipant("bank-east"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("0x")]
    [InlineData("0x12")]
    [InlineData(" 0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("0xgaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void An_id_of_another_form_is_refused(string id)
    {
        Refused(() => ResourceNames.ReadInvoice("it", $"invoices/{id}"));
        Refused(() => ResourceNames.ReadIntent("it", $"intents/{id}"));
    }

    [Fact]
    public void A_name_of_another_collection_is_refused()
    {
        Refused(() => ResourceNames.ReadInvoice("it", $"intents/{Digits}"));
        Refused(() => ResourceNames.ReadIntent("it", $"invoices/{Digits}"));
        Refused(() => ResourceNames.ReadInvoice("it", Digits));
        Refused(() => ResourceNames.ReadParticipant("it", $"invoices/{Digits}"));
        Refused(() => ResourceNames.ReadParticipant("it", "bank-east"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("-")]
    [InlineData("abcdefghijklmnopqrstuvwxyz-01234")]
    public void A_handle_has_1_to_32_of_its_letters(string handle) =>
        Assert.Equal(handle, ResourceNames.ReadParticipant("it", $"participants/{handle}"));

    [Theory]
    [InlineData("")]
    [InlineData("abcdefghijklmnopqrstuvwxyz-012345")]
    [InlineData("Bank")]
    [InlineData("bank_east")]
    [InlineData("bänk")]
    [InlineData("bank/east")]
    [InlineData("bank\n")]
    public void Any_other_handle_is_refused(string handle) =>
        Refused(() => ResourceNames.ReadParticipant("it", $"participants/{handle}"));

    private static void Refused(Func<object> read)
    {
        var fault = Assert.Throws<LedgerFault>(() => read());
        Assert.Equal(ErrorReason.InvalidField, fault.Reason);
        Assert.Equal(["it"], fault.Violations.Select(one => one.Field));
    }
}
