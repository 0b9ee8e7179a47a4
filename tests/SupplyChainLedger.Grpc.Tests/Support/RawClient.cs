using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace SupplyChainLedger.Grpc.Tests.Support;

internal sealed record RawResponse(
    HttpStatusCode HttpStatus,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body,
    IReadOnlyDictionary<string, string> Trailers)
{
    /// <summary>The gRPC status, from the trailers or from headers that stand in for them.</summary>
    public string? GrpcStatus => Trailers.GetValueOrDefault("grpc-status") ?? Headers.GetValueOrDefault("grpc-status");

    public string? Connection => Headers.GetValueOrDefault(TestHost.ConnectionHeader);
}

/// <summary>Sends bytes as they are, over one connection.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly HttpClient _http;

    public RawClient(TestHost host, bool http2 = true)
    {
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 })
        {
            BaseAddress = http2 ? host.Http2 : host.Http1,
            DefaultRequestVersion = http2 ? HttpVersion.Version20 : HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    public static byte[] Frame(byte flag, uint length, byte[] payload)
    {
        var frame = new byte[5 + payload.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length);
        payload.CopyTo(frame, 5);
        return frame;
    }

    public static byte[] Frame(IMessage message) =>
        Frame(0, (uint)message.CalculateSize(), message.ToByteArray());

    public Task<RawResponse> CallAsync(string method, byte[] body, params (string Name, string Value)[] headers) =>
        PostAsync($"/grpc.testing.TestService/{method}", "application/grpc", body, [("te", "trailers"), .. headers]);

    public Task<RawResponse> PostAsync(
        string path, string? contentType, byte[] body, params (string Name, string Value)[] headers) =>
        PostAsync(path, contentType, new ByteArrayContent(body), headers);

    public async Task<RawResponse> PostAsync(
        string path, string? contentType, HttpContent content, params (string Name, string Value)[] headers)
    {
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("content-type", contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await SendAsync(request);
    }

    public async Task<RawResponse> SendAsync(HttpRequestMessage request)
    {
        (request.Version, request.VersionPolicy) = (_http.DefaultRequestVersion, _http.DefaultVersionPolicy);
        using var response = await _http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new RawResponse(
            response.StatusCode,
            ToDictionary([.. response.Headers.NonValidated, .. response.Content.Headers.NonValidated]),
            body,
            ToDictionary([.. response.TrailingHeaders.NonValidated]));
    }

    public void Dispose() => _http.Dispose();

    private static Dictionary<string, string> ToDictionary(KeyValuePair<string, HeaderStringValues>[] headers) =>
        headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
}
