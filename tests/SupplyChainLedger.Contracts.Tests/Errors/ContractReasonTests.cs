using System.Text;
using SupplyChainLedger.Contracts.Deployment;
using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Contracts.Tests.Deployment;
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
    public void A_reason_may_have_any_number_of_values()
    {
        var thrown = new AbiError<(uint, uint, ulong, ulong)>(
            "ExposureLimitExceeded",
            AbiTypes.Tuple(AbiTypes.UInt32, AbiTypes.UInt32, AbiTypes.UInt64, AbiTypes.UInt64));

        var reason = ContractReasons.Decode(thrown.Encode((5, 1, 200, 150)));

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["financier"] = "5",
                ["obligor"] = "1",
                ["wanted"] = "200",
                ["free"] = "150",
            },
            reason.Arguments);
    }

    [Fact]
    public void A_reason_names_phases_steps_permissions_and_currencies()
    {
        var holding = Keccak256.Hash("a holding"u8);
        var phase = new AbiError<(Hash32, byte)>("PhaseMismatch", AbiTypes.Tuple(AbiTypes.Bytes32, AbiTypes.UInt8));
        var step = new AbiError<(Hash32, byte)>("StepMismatch", AbiTypes.Tuple(AbiTypes.Bytes32, AbiTypes.UInt8));
        var permission = new AbiError<(Address, ushort)>(
            "PermissionMissing", AbiTypes.Tuple(AbiTypes.Address, AbiTypes.UInt16));
        var currency = new AbiError<(byte[], ushort)>(
            "CurrencyNotAllowed", AbiTypes.Tuple(AbiTypes.FixedBytes(3), AbiTypes.UInt16));

        Assert.Equal("Overdue", ContractReasons.Decode(phase.Encode((holding, 2))).Arguments["phase"]);
        Assert.Equal("OfferAccepted", ContractReasons.Decode(step.Encode((holding, 3))).Arguments["step"]);
        Assert.Equal("Fund", ContractReasons.Decode(permission.Encode((Address.Zero, 8))).Arguments["permission"]);
        Assert.Equal("EUR", ContractReasons.Decode(currency.Encode(("EUR"u8.ToArray(), 1))).Arguments["currency"]);
    }

    [Fact]
    public void Every_reason_calls_its_values_what_the_contract_calls_them()
    {
        var ledger = ContractArtifact.LoadLedger();

        Assert.All(ContractReasons.Signatures, signature =>
        {
            var name = signature[..signature.IndexOf('(')];
            var parameters = AbiDocument.Parameters(ledger, "error", name);
            // Zeros are a value of every type that an error carries.
            var reason = ContractReasons.Decode(
                [.. Keccak256.Hash(Encoding.ASCII.GetBytes(signature)).ToBytes()[..4], .. new byte[32 * parameters.Count]]);

            Assert.Equal(name, reason.Name);
            Assert.Equal(parameters.Select(parameter => parameter.Name), reason.Arguments.Keys);
        });
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
