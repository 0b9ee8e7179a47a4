using System.Numerics;

namespace SupplyChainLedger.Ethereum.Abi;

/// <summary><c>intN</c> in a native integer that holds at least N bits; the padding repeats the sign.</summary>
internal sealed class SignedIntegerType<T>(int bits) : WordType<T>($"int{bits}")
    where T : struct, IBinaryInteger<T>, ISignedNumber<T>, IMinMaxValue<T>
{
    private readonly int _bytes = IntegerWidth.Check(bits, default(T).GetByteCount()) / 8;
    private readonly T _max = T.MaxValue >> (default(T).GetByteCount() * 8 - bits);

    public override void WriteWord(T value, Span<byte> word)
    {
        if (value > _max || value < ~_max) throw Misfit(value);
        var size = value.GetByteCount();
        word[..(WordSize - size)].Fill(Sign(T.IsNegative(value)));
        // Not WriteBigEndian, whose default implementation boxes the number.
        value.TryWriteBigEndian(word[(WordSize - size)..], out _);
    }

    public override T ReadWord(ReadOnlySpan<byte> word)
    {
        var number = word[(WordSize - _bytes)..];
        if (word[..(WordSize - _bytes)].ContainsAnyExcept(Sign((number[0] & 0x80) != 0))) throw DirtyPadding();
        return T.ReadBigEndian(number, isUnsigned: false);
    }

    private static byte Sign(bool negative) => negative ? (byte)0xff : (byte)0;
}
