namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>How <c>bytes</c> and <c>string</c> lie in memory: a length word, the bytes, zeros to a full word.</summary>
internal static class ByteStringLayout
{
    public static Span<byte> Reserve(ref AbiWriter writer, int length)
    {
        var padded = Padded(length);
        var position = writer.Reserve(checked(AbiWord.Size + (int)padded));
        writer.WriteLength(position, length);
        var area = writer.At(position + AbiWord.Size, (int)padded);
        area[length..].Clear();
        return area[..length];
    }

    public static ReadOnlySpan<byte> Read(ref AbiReader reader, string name)
    {
        var length = reader.ReadLength(reader.Reserve(AbiWord.Size));
        var position = reader.Reserve(Padded(length));
        var area = reader.At(position, (int)Padded(length));
        if (area[length..].ContainsAnyExcept((byte)0))
            throw new AbiException($"The padding of {name} at byte {position + length} is not zero.");
        return area[..length];
    }

    private static long Padded(long length) => (length + AbiWord.Size - 1) / AbiWord.Size * AbiWord.Size;
}
