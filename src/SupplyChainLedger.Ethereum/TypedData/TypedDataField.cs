using System.Text.Json;

namespace SupplyChainLedger.Ethereum.TypedData;

/// <summary>A member of a struct whose own type is not needed to walk over the members.</summary>
internal abstract class TypedDataField<T>(TypedDataMember member)
{
    public TypedDataMember Member { get; } = member;

    public abstract void WriteWord(T owner, Span<byte> word);

    public abstract void WriteJson(T owner, Utf8JsonWriter json);

    public abstract void CollectStructs(SortedDictionary<string, IReadOnlyList<TypedDataMember>> structs);
}

/// <summary>A member and how to get it.</summary>
internal sealed class TypedDataField<T, TField>(string name, TypedDataType<TField> type, Func<T, TField> get)
    : TypedDataField<T>(new TypedDataMember(name, type.Name))
{
    public override void WriteWord(T owner, Span<byte> word) => type.WriteWord(get(owner), word);

    public override void WriteJson(T owner, Utf8JsonWriter json) => type.WriteJson(get(owner), json);

    public override void CollectStructs(SortedDictionary<string, IReadOnlyList<TypedDataMember>> structs) =>
        type.CollectStructs(structs);
}
