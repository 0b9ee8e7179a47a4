using System.Buffers;
using System.Text.Json;

namespace SupplyChainLedger.Ethereum.JsonRpc;

/// <summary>Requests and answers as JSON-RPC 2.0, sections 4 to 6, lays them out.</summary>
internal static class JsonRpcEnvelope
{
    /// <summary>More than a request takes but for its byte strings, with what the writer asks for beyond it.</summary>
    private const int MostBesideData = 8192;

    public static ReadOnlyMemory<byte> Write(JsonRpcRequest request, long id)
    {
        var buffer = new ArrayBufferWriter<byte>(MostBesideData + HexData.LengthIn(request.Parameters));
        using var json = new Utf8JsonWriter(buffer);
        Write(json, request, id);
        json.Flush();
        return buffer.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> WriteBatch(IReadOnlyList<JsonRpcRequest> requests, long firstId)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        for (var i = 0; i < requests.Count; i++) Write(json, requests[i], firstId + i);
        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenMemory;
    }

    public static T Read<T>(JsonElement answer, JsonRpcRequest request, long id, Func<JsonElement, T> read)
    {
        var result = Result(answer, request.Method, answerId => answerId == id);
        return ReadResult(request.Method, result, read);
    }

    public static T[] ReadBatch<T>(
        JsonElement answer, IReadOnlyList<JsonRpcRequest> requests, long firstId, Func<JsonElement, T> read)
    {
        var method = requests[0].Method;
        if (answer.ValueKind == JsonValueKind.Object) _ = Result(answer, method, _ => false);
        if (answer.ValueKind != JsonValueKind.Array || answer.GetArrayLength() != requests.Count)
            throw new JsonRpcInvalidResponseException(method, $"{requests.Count} calls need as many answers.");

        var results = new T[requests.Count];
        var answered = new bool[requests.Count];
        foreach (var item in answer.EnumerateArray())
        {
            var index = -1;
            var result = Result(item, method, id =>
            {
                index = id >= firstId && id < firstId + requests.Count ? (int)(id - firstId) : -1;
                return index >= 0 && !answered[index];
            });
            answered[index] = true;
            results[index] = ReadResult(requests[index].Method, result, read);
        }

        return results;
    }

    private static void Write(Utf8JsonWriter json, JsonRpcRequest request, long id)
    {
        json.WriteStartObject();
        json.WriteString("jsonrpc", "2.0");
        json.WriteNumber("id", id);
        json.WriteString("method", request.Method);
        json.WritePropertyName("params");
        request.Parameters.WriteTo(json);
        json.WriteEndObject();
    }

    private static JsonElement Result(JsonElement answer, string method, Func<long, bool> isExpected)
    {
        if (answer.ValueKind != JsonValueKind.Object)
            throw new JsonRpcInvalidResponseException(method, "it is not a JSON-RPC answer.");

        var hasId = answer.TryGetProperty("id", out var id) && id.ValueKind != JsonValueKind.Null;
        var isOurs = hasId && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number)
            && isExpected(number);

        // A request that the node could not even read is answered without an id.
        var hasError = answer.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object;
        if (hasError && (isOurs || !hasId)) throw JsonRpcErrorException.Of(method, JsonRpcError.Read(error));
        if (!isOurs) throw new JsonRpcInvalidResponseException(method, "it carries the id of another request.");
        return answer.TryGetProperty("result", out var result)
            ? result
            : throw new JsonRpcInvalidResponseException(method, "it has neither a result nor an error.");
    }

    private static T ReadResult<T>(string method, JsonElement result, Func<JsonElement, T> read)
    {
        try
        {
            return read(result);
        }
        catch (Exception cause) when (
            cause is FormatException or InvalidOperationException or KeyNotFoundException
            or OverflowException or ArgumentException)
        {
            throw new JsonRpcInvalidResponseException(
                method, $"its result is not what was asked for: {cause.Message}", cause);
        }
    }
}
