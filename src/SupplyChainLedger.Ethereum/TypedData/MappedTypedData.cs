using System.Text.Json;

namespace SupplyChainLedger.Ethereum.TypedData;

/// <summary>The form of one C# type worn by another.</summary>
internal sealed class MappedTypedData<TInner, T>(TypedDataType<TInner> inner, Func<T, TInner> to)
    : TypedDataType<T>(inner.Name)
{
    internal override void WriteWord(T value, Span<byte> word) => inner.WriteWord(to(value), word);

    internal override void WriteJson(T value, Utf8JsonWriter json) => inner.WriteJson(to(value), json);

    internal override void CollectStructs(SortedDictionary<string, IReadOnlyList<TypedDataMember>> structs) =>
        inner.CollectStructs(structs);
}
