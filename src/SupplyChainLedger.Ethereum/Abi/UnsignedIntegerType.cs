using System.Numerics;

namespace SupplyChainLedger.Ethereum.Abi;

/// <summary><c>uintN</c> in a native integer that holds at least N bits.</summary>
internal sealed class UnsignedIntegerType<T>(int bits) : WordType<T>($"uint{bits}")
    where T : struct, IBinaryInteger<T>, IUnsignedNumber<T>
{
    private readonly int _bytes = IntegerWidth.Check(bits, default(T).GetByteCount()) / 8;
    private readonly T _max = T.AllBitsSet >> (default(T).GetByteCount() * 8 - bits);

    public override void WriteWord(T value, Span<byte> word)
    {
        if (value > _max) throw Misfit(value);
        var size = value.GetByteCount();
        word[..(WordSize - size)].Clear();
        // Not WriteBigEndian, whose default implementation boxes the number.
        value.TryWriteBigEndian(word[(WordSize - size)..], out _);
    }

    public override T ReadWord(ReadOnlySpan<byte> word)
    {
        if (word[..(WordSize - _bytes)].ContainsAnyExcept((byte)0)) throw DirtyPadding();
        return T.ReadBigEndian(word[(WordSize - _bytes)..], isUnsigned: true);
    }
}
