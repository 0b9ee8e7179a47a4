using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Ethereum.Signing;

/// <summary>A point of secp256k1.</summary>
internal sealed class PublicKey
{
    public const int CoordinatesSize = 64;
    private readonly byte[] _coordinates;

    public PublicKey(ReadOnlySpan<byte> coordinates)
    {
        _coordinates = coordinates.ToArray();
        Address = AddressOf(coordinates);
    }

    /// <summary>The address of the account that this key controls.</summary>
    public Address Address { get; }

    /// <summary>The uncompressed form of SEC 1, section 2.3.3: 4, x, y, 65 bytes.</summary>
    public byte[] ToBytes() => [4, .. _coordinates];

    /// <summary>The compressed form of SEC 1, section 2.3.3: 2 for an even y or 3 for an odd one, x, 33 bytes.</summary>
    public byte[] ToCompressedBytes() => [(byte)(2 | (_coordinates[^1] & 1)), .. _coordinates.AsSpan(0, 32)];

    public static Address AddressOf(ReadOnlySpan<byte> coordinates)
    {
        Span<byte> hash = stackalloc byte[Hash32.Size];
        Keccak256.Hash(coordinates, hash);
        return Address.FromBytes(hash[^Address.Size..]);
    }
}
