using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace SupplyChainLedger.Ethereum;

/// <summary>32 bytes: a Keccak-256 hash, an event topic or a <c>bytes32</c>.</summary>
public readonly struct Hash32 : IEquatable<Hash32>, IComparable<Hash32>
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 32;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    private Hash32(ReadOnlySpan<byte> bytes)
    {
        _fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
        _third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    /// <summary>32 zero bytes.</summary>
    public static Hash32 Zero => default;

    /// <summary>Takes exactly 32 bytes.</summary>
    /// <exception cref="ArgumentException">There are more or fewer bytes.</exception>
    public static Hash32 FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Size
            ? new Hash32(bytes)
            : throw new ArgumentException($"A hash has {Size} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>Reads <c>0x</c> and 64 digits in either case.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Hash32 Parse(string text) =>
        TryParse(text, out var hash)
            ? hash
            : throw new FormatException("A hash is 0x followed by 64 hexadecimal digits.");

    /// <summary>Reads what <see cref="Parse"/> reads; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Hash32 hash)
    {
        Span<byte> bytes = stackalloc byte[Size];
        var read = Hex.TryDecode(text, bytes);
        hash = read ? new Hash32(bytes) : default;
        return read;
    }

    /// <summary>Writes the 32 bytes to the start of <paramref name="destination"/>.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _fourth);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _third);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _second);
        BinaryPrimitives.WriteUInt64BigEndian(destination, _first);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary><c>0x</c> and 64 lower-case digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Hex.Encode(bytes);
    }

    /// <inheritdoc/>
    public bool Equals(Hash32 other) =>
        _first == other._first && _second == other._second && _third == other._third && _fourth == other._fourth;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Hash32 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_first, _second, _third, _fourth);

    /// <summary>Orders as big-endian numbers.</summary>
    public int CompareTo(Hash32 other)
    {
        var order = _first.CompareTo(other._first);
        if (order == 0) order = _second.CompareTo(other._second);
        if (order == 0) order = _third.CompareTo(other._third);
        return order == 0 ? _fourth.CompareTo(other._fourth) : order;
    }

    /// <summary>Same 32 bytes.</summary>
    public static bool operator ==(Hash32 left, Hash32 right) => left.Equals(right);

    /// <summary>Different bytes.</summary>
    public static bool operator !=(Hash32 left, Hash32 right) => !left.Equals(right);

    /// <summary>Less as a big-endian number.</summary>
    public static bool operator <(Hash32 left, Hash32 right) => left.CompareTo(right) < 0;

    /// <summary>Greater as a big-endian number.</summary>
    public static bool operator >(Hash32 left, Hash32 right) => left.CompareTo(right) > 0;

    /// <summary>Less or the same.</summary>
    public static bool operator <=(Hash32 left, Hash32 right) => left.CompareTo(right) <= 0;

    /// <summary>Greater or the same.</summary>
    public static bool operator >=(Hash32 left, Hash32 right) => left.CompareTo(right) >= 0;
}
