using System.Buffers;
using System.Text.Json;
using SupplyChainLedger.Ethereum.Abi;
using SupplyChainLedger.Ethereum.Hashing;

namespace SupplyChainLedger.Ethereum.TypedData;

/// <summary><c>T[]</c> or <c>T[n]</c>: the hash of the elements' words, one after another.</summary>
internal sealed class ArrayTypedData<T>(TypedDataType<T> element, int? count)
    : TypedDataType<T[]>($"{element.Name}[{count}]")
{
    internal override void WriteWord(T[] value, Span<byte> word)
    {
        if (count is not null && value.Length != count)
            throw new AbiException($"{Name} was given {value.Length} elements.");
        var size = checked(value.Length * Hash32.Size);
        var words = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            for (var i = 0; i < value.Length; i++)
                element.WriteWord(value[i], words.AsSpan(i * Hash32.Size, Hash32.Size));
            Keccak256.Hash(words.AsSpan(0, size), word);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(words);
        }
    }

    internal override void WriteJson(T[] value, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var item in value) element.WriteJson(item, json);
        json.WriteEndArray();
    }

    internal override void CollectStructs(SortedDictionary<string, IReadOnlyList<TypedDataMember>> structs) =>
        element.CollectStructs(structs);
}
