using System.Text.Json;
using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Ethereum.TypedData;

/// <summary>
/// A type that stands for itself: one ABI word, or the hash of its contents for <c>bytes</c> and <c>string</c>.
/// Both are what an event topic of the type holds.
/// </summary>
internal sealed class AtomicTypedData<T>(AbiType<T> type, Action<Utf8JsonWriter, T> json) : TypedDataType<T>(type.Name)
{
    internal override void WriteWord(T value, Span<byte> word) => type.WriteTopic(value, word);

    internal override void WriteJson(T value, Utf8JsonWriter writer) => json(writer, value);

    internal override void CollectStructs(SortedDictionary<string, IReadOnlyList<TypedDataMember>> structs)
    {
    }
}
