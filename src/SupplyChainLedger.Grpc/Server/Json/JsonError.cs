using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace SupplyChainLedger.Grpc.Server.Json;

/// <summary>Writes a status and its details as the proto JSON of <c>google.rpc.Status</c>.</summary>
internal static class JsonError
{
    public static string Format(JsonCodec codec, Status status, Metadata trailers)
    {
        var details = trailers.GetRpcStatus()?.Details ?? [];
        var error = new JsonObject
        {
            ["code"] = (int)status.StatusCode,
            ["message"] = status.Detail,
            ["details"] = new JsonArray([.. details.Select(detail => Format(codec, detail))]),
        };
        return error.ToJsonString();
    }

    private static JsonNode? Format(JsonCodec codec, Any detail)
    {
        try
        {
            return JsonNode.Parse(codec.Format(detail));
        }
        catch (Exception exception) when (exception is InvalidOperationException or InvalidProtocolBufferException)
        {
            // A detail of a type unknown here is passed on as the bytes that it is.
            return new JsonObject { ["@type"] = detail.TypeUrl, ["value"] = detail.Value.ToBase64() };
        }
    }
}
