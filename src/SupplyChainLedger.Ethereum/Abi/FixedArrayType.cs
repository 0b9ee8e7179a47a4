namespace SupplyChainLedger.Ethereum.Abi;

/// <summary><c>T[n]</c>: n elements as one frame, in place unless the elements are dynamic.</summary>
internal sealed class FixedArrayType<T> : AbiType<T[]>
{
    private readonly AbiType<T> _element;
    private readonly int _count;

    public FixedArrayType(AbiType<T> element, int count)
        : base($"{element.Name}[{count}]", element.IsDynamic, FrameSize(element, count, inPlace: !element.IsDynamic))
    {
        _element = element;
        _count = count;
    }

    internal override void Encode(T[] value, ref AbiWriter writer, int position)
    {
        if (value.Length != _count) throw new AbiException($"{Name} was given {value.Length} elements.");
        var frame = IsDynamic ? writer.Reserve(_count * _element.HeadSize) : position;
        for (var i = 0; i < _count; i++)
            _element.EncodeMember(value[i], ref writer, frame, frame + i * _element.HeadSize);
    }

    internal override T[] Decode(ref AbiReader reader, int position)
    {
        var frame = IsDynamic ? reader.Reserve(_count * _element.HeadSize) : position;
        var values = new T[_count];
        for (var i = 0; i < _count; i++)
            values[i] = _element.DecodeMember(ref reader, frame, frame + i * _element.HeadSize);
        return values;
    }

    private static int FrameSize(AbiType<T> element, int count, bool inPlace)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (element.HeadSize == 0)
            throw new ArgumentException("An array needs elements that take room.", nameof(element));
        var size = checked(count * element.HeadSize);
        return inPlace ? size : WordSize;
    }
}
