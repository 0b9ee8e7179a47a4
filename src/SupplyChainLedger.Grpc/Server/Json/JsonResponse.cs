using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server.Json;

/// <summary>
/// A JSON response: the message, or a <c>google.rpc.Status</c> under the HTTP status that fits. It leaves as a whole,
/// so that trailers can be headers.
/// </summary>
internal sealed class JsonResponse(HttpContext http, Func<JsonCodec> codec, MessageSizeLimit limit) : CallResponse(http)
{
    private string? _body;

    public override void Write<T>(Marshaller<T> marshaller, T message, WriteFlags flags)
    {
        _body = codec().Format((IMessage)message);
        limit.Check(Encoding.UTF8.GetByteCount(_body));
    }

    public override ValueTask FlushAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public override async Task EndAsync(Status status, Metadata trailers)
    {
        var response = Http.Response;
        MetadataHeaders.Write(trailers, response.Headers);
        response.Headers.Remove(ProtocolHeaders.StatusDetails);
        response.ContentType = "application/json";
        if (response.StatusCode == StatusCodes.Status200OK)
            response.StatusCode = HttpStatus.Of(status.StatusCode);
        var body = status.StatusCode == StatusCode.OK && _body is not null
            ? _body
            : JsonError.Format(codec(), status, trailers);
        response.ContentLength = Encoding.UTF8.GetByteCount(body);
        await response.StartAsync(Http.RequestAborted).ConfigureAwait(false);
        Encoding.UTF8.GetBytes(body, response.BodyWriter);
        await response.BodyWriter.FlushAsync(Http.RequestAborted).ConfigureAwait(false);
    }

    protected override void WriteHeaders()
    {
    }

    protected override Task SendHeadersAsync() => Task.CompletedTask;
}
