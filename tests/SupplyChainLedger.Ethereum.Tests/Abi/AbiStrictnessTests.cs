using System.Numerics;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Ethereum.Tests.Abi;

public sealed class AbiStrictnessTests
{
    private static readonly AbiType<(uint, string)> Pair = AbiTypes.Tuple(AbiTypes.UInt32, AbiTypes.String);

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000100000000", "uint32 over its width")]
    [InlineData("8000000000000000000000000000000000000000000000000000000000000000", "uint32 with a high bit")]
    public void A_number_wider_than_its_type_is_refused(string word, string what) =>
        Refuses(AbiTypes.UInt32, word, what);

    [Fact]
    public void Dirty_padding_is_refused_in_every_value_type()
    {
        const string low = "0000000000000000000000000000000000000000000000000000000000000001";
        Refuses(AbiTypes.Bool, "0000000000000000000000000000000000000000000000000000000000000002", "bool of 2");
        Refuses(AbiTypes.Bool, "0100000000000000000000000000000000000000000000000000000000000000", "bool high");
        Refuses(AbiTypes.Address, "0000000000000000000000010000000000000000000000000000000000000000", "address");
        Refuses(AbiTypes.FixedBytes(4), low, "bytes4 padded on the left");
        Refuses(AbiTypes.Int<int>(24), "0000000000000000000000000000000000000000000000000000000000800000", "sign");
        Refuses(AbiTypes.BigInt(24), "0000000000000000000000000000000000000000000000000000000000800000", "sign");
        Refuses(AbiTypes.BigUInt(8), "0000000000000000000000000000000000000000000000000000000000000100", "uint8");
    }

    [Fact]
    public void An_offset_that_points_elsewhere_is_refused()
    {
        var encoded = Pair.Encode((7, "text"));
        foreach (byte offset in new byte[] { 0, 0x20, 0x3f, 0x41, 0x60, 0xff })
        {
            encoded[63] = offset;
            Assert.Throws<AbiException>(() => Pair.Decode(encoded));
        }
    }

    [Theory]
    [InlineData(0x7f, 0xff)]
    [InlineData(0x80, 0x00)]
    [InlineData(0xff, 0xff)]
    public void A_length_beyond_the_data_is_refused_before_anything_is_allocated(byte first, byte second)
    {
        var array = AbiTypes.Array(AbiTypes.UInt256);
        var encoded = array.Encode([1, 2]);
        (encoded[28], encoded[29]) = (first, second);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<AbiException>(() => array.Decode(encoded));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void A_length_that_only_its_high_bytes_make_absurd_is_refused()
    {
        var encoded = AbiTypes.Bytes.Encode([1]);
        encoded[0] = 1;
        Assert.Throws<AbiException>(() => AbiTypes.Bytes.Decode(encoded));
    }

    [Fact]
    public void Padding_after_a_byte_string_must_be_zero()
    {
        var encoded = AbiTypes.Bytes.Encode([1, 2, 3]);
        encoded[^1] = 1;
        Assert.Throws<AbiException>(() => AbiTypes.Bytes.Decode(encoded));
    }

    [Fact]
    public void Bytes_left_over_are_refused() =>
        Assert.Throws<AbiException>(() => Pair.Decode([.. Pair.Encode((7, "text")), .. new byte[32]]));

    [Fact]
    public void A_text_that_is_not_utf_8_is_refused_both_ways()
    {
        var encoded = AbiTypes.String.Encode("abc");
        encoded[32] = 0xff;
        Assert.Throws<AbiException>(() => AbiTypes.String.Decode(encoded));
        Assert.Throws<AbiException>(() => AbiTypes.String.Encode("\ud800"));
    }

    [Fact]
    public void Values_that_do_not_fit_are_not_encoded()
    {
        Assert.Throws<AbiException>(() => AbiTypes.UInt<ulong>(40).Encode(1UL << 40));
        Assert.Throws<AbiException>(() => AbiTypes.Int<long>(40).Encode(1L << 39));
        Assert.Throws<AbiException>(() => AbiTypes.Int<long>(40).Encode((-1L << 39) - 1));
        Assert.Throws<AbiException>(() => AbiTypes.UInt256.Encode(BigInteger.MinusOne));
        Assert.Throws<AbiException>(() => AbiTypes.UInt256.Encode(BigInteger.Pow(2, 256)));
        Assert.Throws<AbiException>(() => AbiTypes.FixedBytes(4).Encode([1, 2, 3]));
        Assert.Throws<AbiException>(() => AbiTypes.FixedArray(AbiTypes.Bool, 2).Encode([true]));
    }

    [Fact]
    public void Types_that_do_not_exist_cannot_be_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AbiTypes.UInt<ulong>(12));
        Assert.Throws<ArgumentOutOfRangeException>(() => AbiTypes.UInt<ulong>(72));
        Assert.Throws<ArgumentOutOfRangeException>(() => AbiTypes.BigUInt(264));
        Assert.Throws<ArgumentOutOfRangeException>(() => AbiTypes.FixedBytes(33));
        Assert.Throws<ArgumentOutOfRangeException>(() => AbiTypes.FixedBytes(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AbiTypes.FixedArray(AbiTypes.Bool, 0));
        Assert.Throws<ArgumentException>(() => AbiTypes.Array(AbiTypes.Nothing));
        Assert.Throws<ArgumentException>(() => new AbiFunction<uint, bool>(
            "f", AbiTypes.UInt32, AbiTypes.Tuple(AbiTypes.Bool)));
    }

    [Fact]
    public void What_a_mapping_refuses_is_a_fault_of_the_bytes()
    {
        var percent = AbiTypes.UInt8.Map<int>(
            value => (byte)value,
            value => value <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(value), "over 100"));

        Assert.Equal(100, percent.Decode(percent.Encode(100)));
        var fault = Assert.Throws<AbiException>(() => percent.Decode(AbiTypes.UInt8.Encode(101)));
        Assert.Contains("over 100", fault.Message);
    }

    private static void Refuses<T>(AbiType<T> type, string word, string what)
    {
        var fault = Record.Exception(() => type.Decode(Convert.FromHexString(word)));
        Assert.True(fault is AbiException, what);
    }
}
