using System.Globalization;
using System.IO.Pipelines;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>A response of length-prefixed messages, as gRPC and gRPC-Web have it.</summary>
internal abstract class FramedResponse(
    HttpContext http, string contentType, PipeWriter body, MessageSizeLimit limit) : CallResponse(http)
{
    private readonly MessageWriter _writer = new(body, limit);
    private bool _hasBody;

    protected PipeWriter Body { get; } = body;

    public override void Write<T>(Marshaller<T> marshaller, T message, WriteFlags flags)
    {
        if (!HasStarted)
            Begin(Metadata.Empty);
        _writer.Write(marshaller, message, Compresses && (flags & WriteFlags.NoCompress) == 0);
        _hasBody = true;
    }

    public override async ValueTask FlushAsync(CancellationToken cancellationToken) =>
        await Body.FlushAsync(cancellationToken).ConfigureAwait(false);

    public override async Task EndAsync(Status status, Metadata trailers)
    {
        if (!HasStarted && status.StatusCode != StatusCode.OK)
        {
            // An immediate error has no headers of its own: its trailers take their place (Trailers-Only).
            Http.Response.ContentType = contentType;
            WriteStatus(Http.Response.Headers, status, trailers);
            return;
        }

        if (!HasStarted)
            Begin(Metadata.Empty);

        // Headers that the server would make at the end of an empty body say a length of zero.
        if (!_hasBody)
            await SendHeadersAsync().ConfigureAwait(false);
        await SendTrailersAsync(status, trailers).ConfigureAwait(false);
    }

    protected static void WriteStatus(IHeaderDictionary headers, Status status, Metadata trailers)
    {
        headers.GrpcStatus = status.StatusCode == StatusCode.OK
            ? "0"
            : ((int)status.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (!string.IsNullOrEmpty(status.Detail))
            headers.GrpcMessage = PercentEncoding.Encode(status.Detail);
        if (trailers.Count > 0)
            MetadataHeaders.Write(trailers, headers);
    }

    protected abstract Task SendTrailersAsync(Status status, Metadata trailers);

    protected override Task SendHeadersAsync() => Http.Response.StartAsync(Http.RequestAborted);

    protected override void WriteHeaders()
    {
        Http.Response.ContentType = contentType;
        if (Compresses)
            Http.Response.Headers.GrpcEncoding = MessageCompression.Gzip;
    }
}
