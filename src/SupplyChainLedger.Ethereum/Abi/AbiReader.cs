using System.Buffers.Binary;

namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>
/// Reads the one canonical layout: every dynamic part begins where the one before it ended. All bounds are
/// checked in <see cref="Reserve"/>; positions it has given out are safe to read.
/// </summary>
internal ref struct AbiReader
{
    private readonly ReadOnlySpan<byte> _data;
    private readonly ReadOnlySpan<Hash32> _topics;
    private int _topicsRead;

    public AbiReader(ReadOnlySpan<byte> data)
        : this(data, [])
    {
    }

    public AbiReader(ReadOnlySpan<byte> data, ReadOnlySpan<Hash32> topics)
    {
        _data = data;
        _topics = topics;
    }

    /// <summary>Where the next dynamic part must begin.</summary>
    public int Tail { get; private set; }

    public int Reserve(long size)
    {
        if (size > _data.Length - Tail)
            throw new AbiException($"{size} bytes are expected at byte {Tail}, but the data ends at {_data.Length}.");
        var position = Tail;
        Tail += (int)size;
        return position;
    }

    public readonly ReadOnlySpan<byte> At(int position, int size) => _data.Slice(position, size);

    public readonly int ReadLength(int position)
    {
        var word = At(position, AbiWord.Size);
        var length = BinaryPrimitives.ReadInt32BigEndian(word[^sizeof(int)..]);
        if (length < 0 || word[..^sizeof(int)].ContainsAnyExcept((byte)0))
            throw new AbiException($"The length or offset at byte {position} is beyond the data.");
        return length;
    }

    public readonly void ExpectOffset(int position, int frame)
    {
        var offset = ReadLength(position);
        if (offset != Tail - frame)
            throw new AbiException($"The offset at byte {position} is {offset}, expected {Tail - frame}.");
    }

    public Hash32 NextTopic() =>
        _topicsRead < _topics.Length
            ? _topics[_topicsRead++]
            : throw new AbiException($"The log has {_topics.Length} indexed parameters, more are expected.");

    public readonly void EnsureEnd(string name)
    {
        if (Tail != _data.Length)
            throw new AbiException($"{_data.Length - Tail} bytes are left over after {name}.");
        if (_topicsRead != _topics.Length)
            throw new AbiException($"The log has {_topics.Length} indexed parameters, {name} has {_topicsRead}.");
    }
}
