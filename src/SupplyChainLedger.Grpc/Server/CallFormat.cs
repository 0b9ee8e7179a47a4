using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>How a request speaks to a method, as its content type says.</summary>
internal enum CallFormat
{
    Unsupported,
    Grpc,
    GrpcWeb,
    GrpcWebText,
    Json,
}

internal static class CallFormats
{
    /// <summary>What a <c>415</c> answer offers.</summary>
    public const string Accepted =
        "application/grpc, application/grpc-web, application/grpc-web-text, application/json";

    private const string Grpc = "application/grpc";

    public static CallFormat Of(HttpRequest request)
    {
        var contentType = request.ContentType;
        if (contentType is null)
            return CallFormat.Unsupported;
        if (contentType.Length == Grpc.Length && contentType.Equals(Grpc, StringComparison.OrdinalIgnoreCase))
            return CallFormat.Grpc;
        if (!MediaTypeHeaderValue.TryParse(contentType, out var parsed))
            return CallFormat.Unsupported;

        return parsed.MediaType.Value?.ToLowerInvariant() switch
        {
            Grpc or "application/grpc+proto" => CallFormat.Grpc,
            "application/grpc-web" or "application/grpc-web+proto" => CallFormat.GrpcWeb,
            "application/grpc-web-text" or "application/grpc-web-text+proto" => CallFormat.GrpcWebText,
            "application/json" when IsUtf8(parsed) => CallFormat.Json,
            _ => CallFormat.Unsupported,
        };
    }

    private static bool IsUtf8(MediaTypeHeaderValue contentType) =>
        !contentType.Charset.HasValue
        || HeaderUtilities.RemoveQuotes(contentType.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
