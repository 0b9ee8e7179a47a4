using System.Buffers.Binary;

namespace SupplyChainLedger.Ethereum.Hashing;

/// <summary>
/// Keccak-256 as Ethereum uses it: the Keccak team's submission with its original padding (0x01), before NIST
/// changed the padding for SHA3-256. Allocates nothing.
/// </summary>
public static class Keccak256
{
    private const int LaneBytes = sizeof(ulong);
    private const int RateBytes = 136;

    /// <summary>The hash of all bytes.</summary>
    public static Hash32 Hash(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[Hash32.Size];
        Hash(data, hash);
        return Hash32.FromBytes(hash);
    }

    /// <summary>Writes the hash to the first 32 bytes of <paramref name="destination"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination is shorter than 32 bytes.</exception>
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> destination)
    {
        destination = destination[..Hash32.Size];
        Span<ulong> state = stackalloc ulong[KeccakPermutation.Lanes];
        state.Clear();

        for (; data.Length >= RateBytes; data = data[RateBytes..])
        {
            Absorb(state, data[..RateBytes]);
            KeccakPermutation.Apply(state);
        }

        Span<byte> last = stackalloc byte[RateBytes];
        last.Clear();
        data.CopyTo(last);
        last[data.Length] = 0x01;
        last[^1] |= 0x80;
        Absorb(state, last);
        KeccakPermutation.Apply(state);

        for (var i = 0; i < Hash32.Size / LaneBytes; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(destination[(i * LaneBytes)..], state[i]);
    }

    private static void Absorb(Span<ulong> state, ReadOnlySpan<byte> block)
    {
        for (var i = 0; i < RateBytes / LaneBytes; i++)
            state[i] ^= BinaryPrimitives.ReadUInt64LittleEndian(block[(i * LaneBytes)..]);
    }
}
