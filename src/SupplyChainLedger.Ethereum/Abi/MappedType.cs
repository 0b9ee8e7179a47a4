namespace SupplyChainLedger.Ethereum.Abi;

/// <summary>The encoding of one C# type worn by another.</summary>
internal sealed class MappedType<TInner, T>(AbiType<TInner> inner, Func<T, TInner> to, Func<TInner, T> from)
    : AbiType<T>(inner.Name, inner.IsDynamic, inner.HeadSize)
{
    internal override void Encode(T value, ref AbiWriter writer, int position) =>
        inner.Encode(to(value), ref writer, position);

    internal override T Decode(ref AbiReader reader, int position)
    {
        var value = inner.Decode(ref reader, position);
        try
        {
            return from(value);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException)
        {
            throw new AbiException($"The value of {Name} at byte {position} is refused: {fault.Message}", fault);
        }
    }

    internal override void WriteTopic(T value, Span<byte> topic) => inner.WriteTopic(to(value), topic);
}
