namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>An event parameter of which the log keeps only the hash, as a topic.</summary>
internal sealed class IndexedHashType<T>(AbiType<T> type) : AbiType<Hash32>(type.Name, isDynamic: false, headSize: 0)
{
    internal override void Encode(Hash32 value, ref AbiWriter writer, int position)
    {
        if (writer.Topics is null) throw new AbiException($"Only an event can have the indexed {Name}.");
        writer.Topics.Add(value);
    }

    internal override Hash32 Decode(ref AbiReader reader, int position) => reader.NextTopic();
}
