using System.Buffers.Binary;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>
/// The 2048-bit Bloom filter of a block's logs (Yellow Paper, section 4.3.1): no false negatives, some false
/// positives.
/// </summary>
public sealed class LogsBloom
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 256;

    private const int BitMask = Size * 8 - 1;
    private readonly byte[] _bits;

    private LogsBloom(byte[] bits)
    {
        _bits = bits;
    }

    /// <summary>Takes exactly 256 bytes.</summary>
    /// <exception cref="ArgumentException">There are more or fewer bytes.</exception>
    public static LogsBloom FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Size
            ? new LogsBloom(bytes.ToArray())
            : throw new ArgumentException($"A Bloom filter has {Size} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>False: no log of the block is by this contract.</summary>
    public bool MightContain(Address address)
    {
        Span<byte> bytes = stackalloc byte[Address.Size];
        address.CopyTo(bytes);
        return MightContain(bytes);
    }

    /// <summary>False: no log of the block has this topic.</summary>
    public bool MightContain(Hash32 topic)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Size];
        topic.CopyTo(bytes);
        return MightContain(bytes);
    }

    private bool MightContain(ReadOnlySpan<byte> entry)
    {
        Span<byte> hash = stackalloc byte[Hash32.Size];
        Keccak256.Hash(entry, hash);
        for (var pair = 0; pair < 6; pair += 2)
        {
            var bit = BinaryPrimitives.ReadUInt16BigEndian(hash[pair..]) & BitMask;
            if ((_bits[Size - 1 - bit / 8] & (1 << (bit % 8))) == 0) return false;
        }

        return true;
    }
}
