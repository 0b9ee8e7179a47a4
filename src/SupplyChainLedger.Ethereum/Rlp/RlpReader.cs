using System.Buffers.Binary;
using System.Numerics;

namespace SupplyChainLedger.Ethereum.Rlp;

/// <summary>
/// Reads canonical RLP only (Yellow Paper, appendix B): the shortest header for every length, a byte below 0x80
/// as itself, numbers without leading zeros, nothing left over. Looks at one level at a time, so that depth costs
/// the caller's own recursion and nothing else.
/// </summary>
internal ref struct RlpReader(ReadOnlySpan<byte> data)
{
    private const byte ShortBytes = 0x80;
    private const byte LongBytes = 0xb7;
    private const byte ShortList = 0xc0;
    private const byte LongList = 0xf7;
    private const int MaxShortLength = 55;
    private const int MaxNumberBytes = 32;

    private ReadOnlySpan<byte> _rest = data;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public readonly void EnsureEnd()
    {
        if (!IsAtEnd) throw new RlpException($"{_rest.Length} bytes are left over.");
    }

    /// <summary>Enters a list.</summary>
    public RlpReader ReadList()
    {
        var content = ReadItem(out var isList);
        return isList ? new RlpReader(content) : throw new RlpException("A list is expected, bytes were found.");
    }

    public ReadOnlySpan<byte> ReadBytes()
    {
        var content = ReadItem(out var isList);
        return isList ? throw new RlpException("Bytes are expected, a list was found.") : content;
    }

    public BigInteger ReadNumber()
    {
        var digits = ReadDigits(MaxNumberBytes);
        return new BigInteger(digits, isUnsigned: true, isBigEndian: true);
    }

    public ulong ReadUInt64()
    {
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        var digits = ReadDigits(sizeof(ulong));
        digits.CopyTo(padded[^digits.Length..]);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    /// <summary>A number of up to 256 bits as 32 bytes.</summary>
    public Hash32 ReadNumberAsHash()
    {
        Span<byte> padded = stackalloc byte[Hash32.Size];
        padded.Clear();
        var digits = ReadDigits(Hash32.Size);
        digits.CopyTo(padded[^digits.Length..]);
        return Hash32.FromBytes(padded);
    }

    public Hash32 ReadHash()
    {
        var bytes = ReadBytes();
        return bytes.Length == Hash32.Size
            ? Hash32.FromBytes(bytes)
            : throw new RlpException($"{Hash32.Size} bytes are expected, {bytes.Length} were found.");
    }

    public Address ReadAddress() =>
        ReadOptionalAddress() ?? throw new RlpException("An address is expected, no bytes were found.");

    /// <summary>An address; null for the empty bytes.</summary>
    public Address? ReadOptionalAddress()
    {
        var bytes = ReadBytes();
        return bytes.Length switch
        {
            0 => null,
            Address.Size => Address.FromBytes(bytes),
            _ => throw new RlpException($"An address has {Address.Size} bytes, {bytes.Length} were found."),
        };
    }

    /// <summary>The next item whole, with its header.</summary>
    /// <param name="content">What it holds.</param>
    /// <param name="isList">Whether that is more items.</param>
    public ReadOnlySpan<byte> ReadWhole(out ReadOnlySpan<byte> content, out bool isList)
    {
        var before = _rest;
        content = ReadItem(out isList);
        return before[..^_rest.Length];
    }

    private ReadOnlySpan<byte> ReadDigits(int maxBytes)
    {
        var digits = ReadBytes();
        if (digits.Length > maxBytes)
            throw new RlpException($"A number has at most {maxBytes} bytes, {digits.Length} were found.");
        if (digits.Length > 0 && digits[0] == 0) throw new RlpException("A number begins with a zero byte.");
        return digits;
    }

    private ReadOnlySpan<byte> ReadItem(out bool isList)
    {
        if (_rest.IsEmpty) throw new RlpException("An item is expected, the data ends.");
        var first = _rest[0];
        isList = first >= ShortList;
        if (first < ShortBytes) return Take(0, 1);

        var (shortBase, longBase) = isList ? (ShortList, LongList) : (ShortBytes, LongBytes);
        if (first > longBase) return TakeLong(first - longBase);

        var content = Take(1, first - shortBase);
        return first == ShortBytes + 1 && content[0] < ShortBytes
            ? throw new RlpException("A byte below 0x80 is its own encoding.")
            : content;
    }

    private ReadOnlySpan<byte> TakeLong(int lengthBytes)
    {
        if (_rest.Length <= lengthBytes) throw new RlpException("The data ends within a length.");
        var digits = _rest.Slice(1, lengthBytes);
        if (digits[0] == 0) throw new RlpException("A length begins with a zero byte.");
        if (lengthBytes > sizeof(int)) throw new RlpException("A length is beyond the data.");
        uint length = 0;
        foreach (var digit in digits) length = (length << 8) | digit;
        if (length <= MaxShortLength) throw new RlpException("A short length is written in the long form.");
        return Take(1 + lengthBytes, length);
    }

    private ReadOnlySpan<byte> Take(int header, long length)
    {
        if (length > _rest.Length - header)
            throw new RlpException($"{length} bytes are expected, {_rest.Length - header} are there.");
        var content = _rest.Slice(header, (int)length);
        _rest = _rest[(header + (int)length)..];
        return content;
    }
}
