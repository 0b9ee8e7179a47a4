using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Client;

/// <summary>The body of a call with one request. It may be sent again on another connection, so it is kept.</summary>
internal sealed class MessageContent : HttpContent
{
    public static readonly MediaTypeHeaderValue GrpcMediaType = new("application/grpc");

    private readonly ArrayBufferWriter<byte> _frame = new();

    public MessageContent() => Headers.ContentType = GrpcMediaType;

    public void Write<T>(Marshaller<T> marshaller, T message, MessageSizeLimit limit, bool compress) =>
        new MessageWriter(_frame, limit).Write(marshaller, message, compress);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_frame.WrittenMemory, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _frame.WrittenCount;
        return true;
    }
}
