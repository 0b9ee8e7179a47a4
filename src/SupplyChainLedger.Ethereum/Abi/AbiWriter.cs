using System.Buffers;
using System.Buffers.Binary;

namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>Grows on demand, from the caller's stack to pooled arrays. Reserved bytes are not cleared.</summary>
internal ref struct AbiWriter
{
    public const int InitialCapacity = 512;

    private Span<byte> _buffer;
    private byte[]? _rented;

    public AbiWriter(Span<byte> initial)
    {
        _buffer = initial;
    }

    public int Length { get; private set; }

    /// <summary>Where indexed event parameters go; null everywhere else.</summary>
    public List<Hash32>? Topics { get; init; }

    public int Reserve(int size)
    {
        var position = Length;
        var length = checked(position + size);
        if (length > _buffer.Length) Grow(length);
        Length = length;
        return position;
    }

    public readonly Span<byte> At(int position, int size) => _buffer.Slice(position, size);

    public readonly void WriteLength(int position, int length)
    {
        var word = At(position, AbiWord.Size);
        word.Clear();
        BinaryPrimitives.WriteInt32BigEndian(word[^sizeof(int)..], length);
    }

    public readonly byte[] ToArray() => _buffer[..Length].ToArray();

    public void Dispose()
    {
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
        _rented = null;
        _buffer = default;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _buffer.Length * 2));
        _buffer[..Length].CopyTo(larger);
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
        _rented = larger;
        _buffer = larger;
    }
}
