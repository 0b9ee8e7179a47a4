using System.Text.Json;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Ethereum.TypedData;

/// <summary>
/// A type of EIP-712 typed structured data with its C# value. Types are put together from
/// <see cref="TypedDataTypes"/> and <see cref="TypedDataStruct{T}"/>; they are immutable and safe to share.
/// </summary>
/// <typeparam name="T">The C# value.</typeparam>
public abstract class TypedDataType<T>
{
    private protected TypedDataType(string name)
    {
        Name = name;
    }

    /// <summary>The type as it stands in a member list, such as <c>uint32</c> or <c>Person[]</c>.</summary>
    public string Name { get; }

    /// <summary>The same type for another C# value, such as an enumeration or a typed id.</summary>
    /// <typeparam name="TOuter">The outer C# type.</typeparam>
    public TypedDataType<TOuter> Map<TOuter>(Func<TOuter, T> to) => new MappedTypedData<T, TOuter>(this, to);

    /// <summary>Fills the 32 bytes that stand for the value in <c>encodeData</c>.</summary>
    /// <exception cref="AbiException">The value does not fit the type.</exception>
    internal abstract void WriteWord(T value, Span<byte> word);

    internal abstract void WriteJson(T value, Utf8JsonWriter json);

    /// <summary>Adds the structs this type mentions, itself among them, in the order of their names.</summary>
    internal abstract void CollectStructs(SortedDictionary<string, IReadOnlyList<TypedDataMember>> structs);
}
