using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>
/// A long byte string among the parameters of a request, which becomes text only where the request is written: as a
/// string, a call of a megabyte would take another six of memory.
/// </summary>
internal static class HexData
{
    private static readonly JsonTypeInfo<ReadOnlyMemory<byte>> Shape =
        JsonMetadataServices.CreateValueInfo<ReadOnlyMemory<byte>>(
            new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine() }, new Converter());

    /// <summary>The bytes as a value that is <c>0x</c> and lower-case digits.</summary>
    public static JsonNode Of(ReadOnlyMemory<byte> bytes) => JsonValue.Create(bytes, Shape)!;

    /// <summary>How long all of them in a request's parameters are as text.</summary>
    public static int LengthIn(JsonNode? parameters) => parameters switch
    {
        JsonArray items => items.Sum(LengthIn),
        JsonObject fields => fields.Sum(static field => LengthIn(field.Value)),
        JsonValue value when value.TryGetValue<ReadOnlyMemory<byte>>(out var bytes) => TextLength(bytes),
        _ => 0,
    };

    private static int TextLength(ReadOnlyMemory<byte> bytes) => 2 + 2 * bytes.Length;

    private sealed class Converter : JsonConverter<ReadOnlyMemory<byte>>
    {
        public override ReadOnlyMemory<byte> Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Answers are read by themselves.");

        public override void Write(
            Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options)
        {
            var length = TextLength(value);
            var text = ArrayPool<byte>.Shared.Rent(length);
            try
            {
                "0x"u8.CopyTo(text);
                Convert.TryToHexStringLower(value.Span, text.AsSpan(2), out _);
                writer.WriteStringValue(text.AsSpan(0, length));
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(text);
            }
        }
    }
}
