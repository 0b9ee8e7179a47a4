namespace SupplyChainLedger.Ethereum.Abi;

/// <summary><c>bytes1</c> to <c>bytes32</c>, padded on the right.</summary>
internal sealed class FixedBytesType(int size) : WordType<byte[]>($"bytes{size}")
{
    private readonly int _size = size is >= 1 and <= WordSize
        ? size
        : throw new ArgumentOutOfRangeException(nameof(size), size, "Fixed byte strings have 1 to 32 bytes.");

    public override void WriteWord(byte[] value, Span<byte> word)
    {
        if (value.Length != _size) throw Misfit(Hex.Encode(value));
        value.CopyTo(word);
        word[_size..].Clear();
    }

    public override byte[] ReadWord(ReadOnlySpan<byte> word)
    {
        if (word[_size..].ContainsAnyExcept((byte)0)) throw DirtyPadding();
        return word[.._size].ToArray();
    }
}
