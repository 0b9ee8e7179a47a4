namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>A value type: static, one word of 32 bytes.</summary>
internal abstract class WordType<T>(string name) : AbiType<T>(name, isDynamic: false, WordSize)
{
    /// <summary>Fills all 32 bytes.</summary>
    public abstract void WriteWord(T value, Span<byte> word);

    public abstract T ReadWord(ReadOnlySpan<byte> word);

    internal sealed override void Encode(T value, ref AbiWriter writer, int position) =>
        WriteWord(value, writer.At(position, WordSize));

    internal sealed override T Decode(ref AbiReader reader, int position) =>
        ReadWord(reader.At(position, WordSize));

    internal sealed override void WriteTopic(T value, Span<byte> topic) => WriteWord(value, topic);

    protected AbiException Misfit(object value) => new($"{value} does not fit {Name}.");

    protected AbiException DirtyPadding() => new($"The padding of {Name} holds other bits than it should.");
}
