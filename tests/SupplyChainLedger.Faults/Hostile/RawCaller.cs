using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace SupplyChainLedger.Faults.Hostile;

/// <summary>Posts bodies of any bytes as gRPC calls over one HTTP/2 connection.</summary>
internal sealed class RawCaller(Uri service) : IDisposable
{
    private const int FrameHeader = 5;

    private readonly HttpClient _http = new() { BaseAddress = service };

    /// <summary>Calls a method with one message.</summary>
    public async Task<RawAnswer> CallAsync(string path, byte[] message, CancellationToken cancellation)
    {
        var body = new byte[FrameHeader + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(1), message.Length);
        message.CopyTo(body, FrameHeader);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TryAddWithoutValidation("te", "trailers");
        request.Headers.TryAddWithoutValidation("grpc-timeout", "200m");
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            return new RawAnswer(StatusIn(answer.Headers) ?? StatusIn(answer.TrailingHeaders), Fault: null);
        }
        catch (HttpRequestException fault)
        {
            return new RawAnswer(Status: null, (fault.InnerException ?? fault).Message);
        }
    }

    public void Dispose() => _http.Dispose();

    private static int? StatusIn(HttpResponseHeaders headers) =>
        headers.TryGetValues("grpc-status", out var values)
            && int.TryParse(values.Single(), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? status
            : null;
}
