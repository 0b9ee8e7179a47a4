using System.Numerics;

namespace SupplyChainLedger.Ethereum.Abi;

/// <summary><c>uintN</c> and <c>intN</c> of any width as <see cref="BigInteger"/>.</summary>
internal sealed class BigIntegerType : WordType<BigInteger>
{
    private readonly int _bytes;
    private readonly bool _signed;
    private readonly BigInteger _max;
    private readonly BigInteger _min;

    public BigIntegerType(int bits, bool signed)
        : base($"{(signed ? "int" : "uint")}{bits}")
    {
        _bytes = IntegerWidth.Check(bits, WordSize) / 8;
        _signed = signed;
        _max = BigInteger.Pow(2, signed ? bits - 1 : bits) - 1;
        _min = signed ? -_max - 1 : 0;
    }

    public override void WriteWord(BigInteger value, Span<byte> word)
    {
        if (value > _max || value < _min) throw Misfit(value);
        var size = value.GetByteCount(isUnsigned: !_signed);
        word[..(WordSize - size)].Fill(Sign(value.Sign < 0));
        value.TryWriteBytes(word[(WordSize - size)..], out _, isUnsigned: !_signed, isBigEndian: true);
    }

    public override BigInteger ReadWord(ReadOnlySpan<byte> word)
    {
        var number = word[(WordSize - _bytes)..];
        var negative = _signed && (number[0] & 0x80) != 0;
        if (word[..(WordSize - _bytes)].ContainsAnyExcept(Sign(negative))) throw DirtyPadding();
        return new BigInteger(number, isUnsigned: !_signed, isBigEndian: true);
    }

    private static byte Sign(bool negative) => negative ? (byte)0xff : (byte)0;
}
