using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Ethereum;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Contracts.Tests.Errors;

public sealed class ContractReasonTests
{
    [Fact]
    public void A_reason_names_the_values_that_the_contract_put_into_it()
    {
        var invoice = Keccak256.Hash("an invoice"u8);
        var thrown = new AbiError<(Hash32, uint)>("NotTheBuyer", AbiTypes.Tuple(AbiTypes.Bytes32, AbiTypes.UInt32));

        var reason = ContractReasons.Decode(thrown.Encode((invoice, 7)));

        Assert.Equal("NotTheBuyer", reason.Name);
        Assert.Equal(invoice.ToString(), reason.Arguments["invoice"]);
        Assert.Equal("7", reason.Arguments["participant"]);
    }

    [Fact]
    public void No_data_is_a_reason_of_its_own() =>
        Assert.Equal(ContractReason.None, ContractReasons.Decode([]).Name);

    [Theory]
    [InlineData("0xdeadbeef")]
    [InlineData("0x01")]
    public void Unknown_data_is_kept_as_it_came(string raw)
    {
        var reason = ContractReasons.Decode(Hex.Decode(raw));

        Assert.Equal(ContractReason.Unknown, reason.Name);
        Assert.Equal(raw, reason.Arguments["raw"]);
    }
}
