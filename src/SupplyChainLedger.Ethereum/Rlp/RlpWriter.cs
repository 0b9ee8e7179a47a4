using System.Buffers.Binary;
using System.Numerics;

namespace SupplyChainLedger.Ethereum.Rlp;

/// <summary>Recursive Length Prefix encoding (Yellow Paper, appendix B).</summary>
internal sealed class RlpWriter(int capacity = 256)
{
    private const byte ShortBytes = 0x80;
    private const byte ShortList = 0xc0;
    private const int MaxShortLength = 55;
    private const int MaxNumberBytes = 32;

    private byte[] _buffer = new byte[capacity];
    private int _length;

    /// <summary>The byte that precedes a typed transaction (EIP-2718), outside any item.</summary>
    public void WriteType(byte type) => Reserve(1)[0] = type;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != 1 || bytes[0] >= ShortBytes) WriteHeader(ShortBytes, bytes.Length);
        bytes.CopyTo(Reserve(bytes.Length));
    }

    public void Write(ulong number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        Write(bytes.TrimStart((byte)0));
    }

    public void Write(BigInteger number)
    {
        if (number.Sign < 0 || number.GetByteCount(isUnsigned: true) > MaxNumberBytes)
            throw new ArgumentOutOfRangeException(nameof(number), number, "A number is a uint256.");
        Write(number.IsZero ? [] : number.ToByteArray(isUnsigned: true, isBigEndian: true));
    }

    /// <summary>A 32-byte value written as the number it is, without leading zeros.</summary>
    public void WriteAsNumber(Hash32 value)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Size];
        value.CopyTo(bytes);
        Write(bytes.TrimStart((byte)0));
    }

    public void Write(Hash32 value)
    {
        WriteHeader(ShortBytes, Hash32.Size);
        value.CopyTo(Reserve(Hash32.Size));
    }

    /// <summary>The address, or the empty bytes that stand for none.</summary>
    public void Write(Address? value)
    {
        WriteHeader(ShortBytes, value is null ? 0 : Address.Size);
        value?.CopyTo(Reserve(Address.Size));
    }

    /// <summary>Opens a list; what is written until <see cref="EndList"/> is inside.</summary>
    public int BeginList() => _length;

    public void EndList(int begin)
    {
        var content = _length - begin;
        WriteHeader(ShortList, content);
        var header = _length - begin - content;
        Span<byte> written = stackalloc byte[1 + sizeof(int)];
        _buffer.AsSpan(begin + content, header).CopyTo(written);
        _buffer.AsSpan(begin, content).CopyTo(_buffer.AsSpan(begin + header));
        written[..header].CopyTo(_buffer.AsSpan(begin));
    }

    /// <summary>Writes what is an item already.</summary>
    public void WriteItem(ReadOnlySpan<byte> item) => item.CopyTo(Reserve(item.Length));

    /// <summary>Makes room for bytes of which there are two or more, to be filled at once.</summary>
    public Span<byte> WriteSpace(int length)
    {
        WriteHeader(ShortBytes, length);
        return Reserve(length);
    }

    /// <summary>How much has been written.</summary>
    public int Length => _length;

    /// <summary>Makes room for so many bytes in all, where more by more would take twice as much.</summary>
    public void Expect(int length)
    {
        if (length > _buffer.Length) Array.Resize(ref _buffer, length);
    }

    /// <summary>Forgets what was written after the first bytes; the buffer is kept.</summary>
    public void Truncate(int length) => _length = Math.Min(length, _length);

    /// <summary>What was written from there on; gone with the next write.</summary>
    public ReadOnlyMemory<byte> From(int begin) => _buffer.AsMemory(begin, _length - begin);

    /// <summary>A part of what was written; gone with the next write.</summary>
    public ReadOnlyMemory<byte> Part(int begin, int length) => From(begin)[..length];

    public byte[] ToArray() => _buffer[.._length];

    private void WriteHeader(byte shortBase, int length)
    {
        if (length <= MaxShortLength)
        {
            Reserve(1)[0] = (byte)(shortBase + length);
            return;
        }

        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        var digits = bytes.TrimStart((byte)0);
        Reserve(1)[0] = (byte)(shortBase + MaxShortLength + digits.Length);
        digits.CopyTo(Reserve(digits.Length));
    }

    private Span<byte> Reserve(int size)
    {
        var begin = _length;
        _length = checked(begin + size);
        if (_length > _buffer.Length) Array.Resize(ref _buffer, Math.Max(_length, _buffer.Length * 2));
        return _buffer.AsSpan(begin, size);
    }
}
