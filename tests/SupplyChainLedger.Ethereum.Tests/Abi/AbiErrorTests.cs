using System.Numerics;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Ethereum.Tests.Abi;

public sealed class AbiErrorTests
{
    private static readonly AbiError<(uint Id, string Why)> Refused = new(
        "Refused", AbiTypes.Tuple(AbiTypes.UInt32, AbiTypes.String));

    private static readonly AbiError<ValueTuple> Stopped = new("Stopped", AbiTypes.Nothing);

    [Fact]
    public void The_text_of_a_failed_require_is_read_from_real_revert_data()
    {
        // From Solidity's documentation of revert.
        var data = Hex.Decode(
            "0x08c379a0"
            + "0000000000000000000000000000000000000000000000000000000000000020"
            + "000000000000000000000000000000000000000000000000000000000000001a"
            + "4e6f7420656e6f7567682045746865722070726f76696465642e000000000000");

        var error = new AbiError<string>("Error", AbiTypes.Tuple(AbiTypes.String));
        Assert.Equal("Not enough Ether provided.", error.Decode(data));
    }

    [Fact]
    public void A_panic_has_its_selector_and_code()
    {
        var data = Hex.Decode("0x4e487b710000000000000000000000000000000000000000000000000000000000000011");

        var panic = new AbiError<BigInteger>("Panic", AbiTypes.Tuple(AbiTypes.UInt256));
        Assert.True(panic.TryDecode(data, out var code));
        Assert.Equal(0x11, code);
    }

    [Fact]
    public void Custom_errors_are_told_apart_by_their_selector()
    {
        var data = Refused.Encode((7, "closed"));

        Assert.Equal((7u, "closed"), Refused.Decode(data));
        Assert.True(Stopped.TryDecode(Stopped.Encode(default), out _));
        Assert.False(Stopped.TryDecode(data, out _));
        Assert.Throws<AbiException>(() => Stopped.Decode(data));
    }

    [Fact]
    public void Malformed_revert_data_is_not_decoded()
    {
        var data = Refused.Encode((7, "closed"));

        Assert.False(Refused.TryDecode(data.AsSpan(0, data.Length - 1), out _));
        Assert.False(Refused.TryDecode(data.AsSpan(0, 3), out _));
        Assert.False(Refused.TryDecode([], out _));
    }
}
