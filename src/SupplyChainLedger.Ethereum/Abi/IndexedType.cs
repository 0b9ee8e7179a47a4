namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>An event parameter of one word that travels as a topic and takes no room in the data.</summary>
internal sealed class IndexedType<T> : AbiType<T>
{
    private readonly AbiType<T> _type;

    public IndexedType(AbiType<T> type)
        : base(type.Name, isDynamic: false, headSize: 0)
    {
        if (type.IsDynamic || type.HeadSize != WordSize)
            throw new ArgumentException($"Only the hash of {type.Name} can be a topic.", nameof(type));
        _type = type;
    }

    internal override void Encode(T value, ref AbiWriter writer, int position)
    {
        if (writer.Topics is null) throw new AbiException($"Only an event can have the indexed {Name}.");
        writer.Topics.Add(_type.ToTopic(value));
    }

    internal override T Decode(ref AbiReader reader, int position) => Read(_type, ref reader);

    /// <summary>Reads the log's next topic.</summary>
    internal static T Read(AbiType<T> type, ref AbiReader reader)
    {
        Span<byte> topic = stackalloc byte[WordSize];
        reader.NextTopic().CopyTo(topic);
        return type.Decode(topic);
    }
}
