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

    protected PipeWriter Body { get; } = body;

    public override async ValueTask WriteAsync<T>(
        Marshaller<T> marshaller, T message, WriteFlags flags, CancellationToken cancellationToken)
    {
        if (!HasStarted)
            await StartAsync(Metadata.Empty).ConfigureAwait(false);
        _writer.Write(marshaller, message, Compresses && (flags & WriteFlags.NoCompress) == 0);
        if ((flags & WriteFlags.BufferHint) == 0)
            await FlushAsync(cancellationToken).ConfigureAwait(false);
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
            await StartAsync(Metadata.Empty).ConfigureAwait(false);
        await SendTrailersAsync(status, trailers).ConfigureAwait(false);
    }

    protected static void WriteStatus(IHeaderDictionary headers, Status status, Metadata trailers)
    {
        headers[ProtocolHeaders.Status] = status.StatusCode == StatusCode.OK
            ? "0"
            : ((int)status.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (!string.IsNullOrEmpty(status.Detail))
            headers[ProtocolHeaders.Message] = PercentEncoding.Encode(status.Detail);
        MetadataHeaders.Write(trailers, headers);
    }

    protected abstract Task SendTrailersAsync(Status status, Metadata trailers);

    protected override Task StartAsync()
    {
        Http.Response.ContentType = contentType;
        if (Compresses)
            Http.Response.Headers[ProtocolHeaders.Encoding] = MessageCompression.Gzip;
        return Http.Response.StartAsync(Http.RequestAborted);
    }
}
