using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Ethereum;

/// <summary>The 20 bytes that name an account or a contract.</summary>
public readonly struct Address : IEquatable<Address>, IComparable<Address>
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 20;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly uint _third;

    private Address(ReadOnlySpan<byte> bytes)
    {
        _first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _third = BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]);
    }

    /// <summary>The address of 20 zero bytes, which nobody owns.</summary>
    public static Address Zero => default;

    /// <summary>Takes exactly 20 bytes.</summary>
    /// <exception cref="ArgumentException">There are more or fewer bytes.</exception>
    public static Address FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Size
            ? new Address(bytes)
            : throw new ArgumentException($"An address has {Size} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>Reads <c>0x</c> and 40 digits; digits of mixed case must carry the checksum of EIP-55.</summary>
    /// <exception cref="FormatException">The form or the checksum is wrong; the message says which.</exception>
    public static Address Parse(string text) =>
        Read(text, out var address) is { } fault ? throw new FormatException(fault) : address;

    /// <summary>Reads what <see cref="Parse"/> reads; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Address address) =>
        Read(text, out address) is null;

    /// <summary>Writes the 20 bytes to the start of <paramref name="destination"/>.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt32BigEndian(destination[16..], _third);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _second);
        BinaryPrimitives.WriteUInt64BigEndian(destination, _first);
    }

    /// <summary>The 20 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary><c>0x</c> and 40 digits whose case is the checksum of EIP-55.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        var digits = Convert.ToHexStringLower(bytes);
        Span<byte> ascii = stackalloc byte[Size * 2];
        Encoding.ASCII.GetBytes(digits, ascii);
        Span<byte> hash = stackalloc byte[Hash32.Size];
        Keccak256.Hash(ascii, hash);

        Span<char> text = stackalloc char[2 + Size * 2];
        "0x".CopyTo(text);
        for (var i = 0; i < digits.Length; i++)
        {
            var nibble = (i & 1) == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 0xf;
            text[i + 2] = nibble >= 8 ? char.ToUpperInvariant(digits[i]) : digits[i];
        }

        return new string(text);
    }

    /// <inheritdoc/>
    public bool Equals(Address other) =>
        _first == other._first && _second == other._second && _third == other._third;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Address other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_first, _second, _third);

    /// <summary>Orders by the bytes, the first one most significant.</summary>
    public int CompareTo(Address other)
    {
        var order = _first.CompareTo(other._first);
        if (order == 0) order = _second.CompareTo(other._second);
        return order == 0 ? _third.CompareTo(other._third) : order;
    }

    /// <summary>Same 20 bytes.</summary>
    public static bool operator ==(Address left, Address right) => left.Equals(right);

    /// <summary>Different bytes.</summary>
    public static bool operator !=(Address left, Address right) => !left.Equals(right);

    /// <summary>Earlier in the order of the bytes.</summary>
    public static bool operator <(Address left, Address right) => left.CompareTo(right) < 0;

    /// <summary>Later in the order of the bytes.</summary>
    public static bool operator >(Address left, Address right) => left.CompareTo(right) > 0;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(Address left, Address right) => left.CompareTo(right) <= 0;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(Address left, Address right) => left.CompareTo(right) >= 0;

    private static string? Read(string? text, out Address address)
    {
        address = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (!Hex.TryDecode(text, bytes)) return "An address is 0x followed by 40 hexadecimal digits.";
        var read = new Address(bytes);

        var digits = text.AsSpan(2);
        var mixed = digits.IndexOfAnyInRange('a', 'f') >= 0 && digits.IndexOfAnyInRange('A', 'F') >= 0;
        if (mixed && read.ToString() != text)
            return $"The checksum (EIP-55) of the address {text} is wrong; it may have been mistyped.";

        address = read;
        return null;
    }
}
