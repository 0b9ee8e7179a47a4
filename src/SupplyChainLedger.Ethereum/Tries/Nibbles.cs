namespace SupplyChainLedger.Ethereum.Tries;

/// <summary>Paths in a trie: four bits a byte, and their compact form in nodes (Yellow Paper, appendix C).</summary>
internal static class Nibbles
{
    private const int OddFlag = 0x10;
    private const int LeafFlag = 0x20;

    /// <summary>Both halves of each byte, the higher one first.</summary>
    public static byte[] Of(ReadOnlySpan<byte> key)
    {
        var nibbles = new byte[key.Length * 2];
        for (var i = 0; i < key.Length; i++)
        {
            nibbles[2 * i] = (byte)(key[i] >> 4);
            nibbles[2 * i + 1] = (byte)(key[i] & 0xf);
        }

        return nibbles;
    }

    /// <summary>How many nibbles two paths have in common from their beginning.</summary>
    public static int Common(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => one.CommonPrefixLength(other);

    /// <summary>The compact form: two flags, then the nibbles two a byte.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> nibbles, bool isLeaf)
    {
        var packed = new byte[nibbles.Length / 2 + 1];
        packed[0] = (byte)(isLeaf ? LeafFlag : 0);
        var rest = nibbles;
        if (nibbles.Length % 2 != 0)
        {
            packed[0] |= (byte)(OddFlag | nibbles[0]);
            rest = nibbles[1..];
        }

        for (var i = 0; i < rest.Length; i += 2) packed[1 + i / 2] = (byte)(rest[i] << 4 | rest[i + 1]);
        return packed;
    }

    /// <summary>Reads the compact form.</summary>
    /// <exception cref="InvalidProofException">It is not canonical.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed, out bool isLeaf)
    {
        if (packed.IsEmpty) throw new InvalidProofException("A path has no flags.");
        var first = packed[0];
        isLeaf = (first & LeafFlag) != 0;
        var isOdd = (first & OddFlag) != 0;
        if ((first & ~(LeafFlag | OddFlag | 0xf)) != 0 || (!isOdd && (first & 0xf) != 0))
            throw new InvalidProofException($"A path has the flags 0x{first:x2}.");
        var even = Of(packed[1..]);
        return isOdd ? [(byte)(first & 0xf), .. even] : even;
    }
}
