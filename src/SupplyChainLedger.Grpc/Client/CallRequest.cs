using System.Net;
using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Client;

/// <summary>The HTTP request of a call (Request-Headers of gRPC's HTTP/2 protocol).</summary>
internal static class CallRequest
{
    private const string UserAgent = "grpc-dotnet-supplychainledger/1.0";

    /// <summary>The time that is left to a call; null for ever.</summary>
    /// <exception cref="ArgumentException">The deadline does not say whether it is UTC.</exception>
    public static TimeSpan? TimeoutOf(CallOptions options, TimeProvider time)
    {
        if (options.Deadline is not { } deadline || deadline == DateTime.MaxValue)
            return null;
        if (deadline.Kind == DateTimeKind.Unspecified && deadline != DateTime.MinValue)
            throw new ArgumentException("A deadline must be in UTC.", nameof(options));
        return deadline.ToUniversalTime() - time.GetUtcNow().UtcDateTime;
    }

    public static HttpRequestMessage Create(
        GrpcChannel channel, IMethod method, string? host, CallOptions options, TimeSpan? timeout, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, channel.AddressOf(method))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        var headers = request.Headers;
        if (host is not null)
            headers.Host = host;
        if (timeout is { } duration)
            headers.TryAddWithoutValidation(ProtocolHeaders.Timeout, GrpcTimeout.Format(duration));
        headers.TryAddWithoutValidation("te", "trailers");
        headers.TryAddWithoutValidation("user-agent", UserAgent);
        headers.TryAddWithoutValidation(ProtocolHeaders.AcceptEncoding, MessageCompression.Accepted);
        if (CallCompression.IsRequested(options))
            headers.TryAddWithoutValidation(ProtocolHeaders.Encoding, MessageCompression.Gzip);

        foreach (var (name, value) in MetadataHeaders.Encode(options.Headers ?? Metadata.Empty))
            headers.TryAddWithoutValidation(name, value);

        return request;
    }
}
