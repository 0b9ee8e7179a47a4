using Grpc.Core;
using Microsoft.AspNetCore.Http;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>What goes back to the client, in the format that it speaks.</summary>
internal abstract class CallResponse(HttpContext http)
{
    /// <summary>Whether the response headers are on their way, so that the status can only follow them.</summary>
    public bool HasStarted { get; private set; }

    protected HttpContext Http { get; } = http;

    /// <summary>Whether messages are compressed unless a write says otherwise.</summary>
    protected bool Compresses { get; private set; }

    /// <summary>Decides on compression: the application wants it, and the client understands it.</summary>
    public void RequestCompression() => Compresses = AcceptsGzip();

    /// <summary>Starts the response with its headers and the application's; a flush sends them.</summary>
    public Task StartAsync(Metadata headers)
    {
        Begin(headers);
        return SendHeadersAsync();
    }

    /// <summary>Sends what was started or written so far.</summary>
    public abstract ValueTask FlushAsync(CancellationToken cancellationToken);

    /// <summary>Writes a message, which a flush or the end sends.</summary>
    public abstract void Write<T>(Marshaller<T> marshaller, T message, WriteFlags flags)
        where T : class;

    /// <summary>Ends the response with a status.</summary>
    public abstract Task EndAsync(Status status, Metadata trailers);

    /// <summary>
    /// Settles the headers. They go out with the first bytes: sent by themselves they would cost the connection one
    /// write more.
    /// </summary>
    protected void Begin(Metadata headers)
    {
        HasStarted = true;
        if (headers.Count > 0)
        {
            if (headers.GetValue(ProtocolHeaders.CompressionRequest) is { } encoding)
                Compresses = encoding == MessageCompression.Gzip && AcceptsGzip();
            MetadataHeaders.Write(headers, Http.Response.Headers);
        }

        WriteHeaders();
    }

    protected abstract void WriteHeaders();

    protected abstract Task SendHeadersAsync();

    private bool AcceptsGzip() =>
        MessageCompression.AcceptsGzip(Http.Request.Headers.GrpcAcceptEncoding);
}
