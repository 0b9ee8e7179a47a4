namespace SupplyChainLedger.Ethereum.Abi;

/// <summary><c>T[]</c>: a count, then the elements as one frame.</summary>
internal sealed class ArrayType<T>(AbiType<T> element) : AbiType<T[]>($"{element.Name}[]", isDynamic: true, WordSize)
{
    private readonly AbiType<T> _element = element.HeadSize > 0
        ? element
        : throw new ArgumentException("An array needs elements that take room.", nameof(element));

    internal override void Encode(T[] value, ref AbiWriter writer, int position)
    {
        writer.WriteLength(writer.Reserve(WordSize), value.Length);
        var frame = writer.Reserve(checked(value.Length * _element.HeadSize));
        for (var i = 0; i < value.Length; i++)
            _element.EncodeMember(value[i], ref writer, frame, frame + i * _element.HeadSize);
    }

    internal override T[] Decode(ref AbiReader reader, int position)
    {
        var count = reader.ReadLength(reader.Reserve(WordSize));
        var frame = reader.Reserve((long)count * _element.HeadSize);
        var values = new T[count];
        for (var i = 0; i < count; i++)
            values[i] = _element.DecodeMember(ref reader, frame, frame + i * _element.HeadSize);
        return values;
    }
}
