using System.Buffers.Binary;
using System.Numerics;

namespace SupplyChainLedger.Ethereum.Rlp;

/// <summary>Recursive Length Prefix encoding (Yellow Paper, appendix B).</summary>
internal sealed class RlpWriter
{
    private const byte ShortBytes = 0x80;
    private const byte ShortList = 0xc0;
    private const int MaxShortLength = 55;
    private const int MaxNumberBytes = 32;

    private byte[] _buffer = new byte[256];
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
        var content = _buffer.AsSpan(begin, _length - begin).ToArray();
        _length = begin;
        WriteHeader(ShortList, content.Length);
        content.CopyTo(Reserve(content.Length));
    }

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
