using System.Buffers;
using Grpc.Core;

namespace SupplyChainLedger.Grpc.Protocol;

/// <summary>
/// Writes the messages of one direction of a call. A marshaller that announces its length writes straight into the
/// output; only compression and unannounced lengths go through a buffer.
/// </summary>
internal sealed class MessageWriter(IBufferWriter<byte> output, MessageSizeLimit limit)
    : SerializationContext, IBufferWriter<byte>
{
    private PooledBuffer? _buffer;
    private int? _announced;
    private int _written;
    private bool _compress;
    private bool _complete;

    /// <summary>Writes a message to the output.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: over the limit; nothing was written.</exception>
    public void Write<T>(Marshaller<T> marshaller, T message, bool compress)
    {
        _compress = compress;
        _announced = null;
        _written = 0;
        _complete = false;
        try
        {
            marshaller.ContextualSerializer(message, this);
            if (!_complete)
                throw new InvalidOperationException("The marshaller did not complete the message.");
        }
        finally
        {
            _buffer?.Dispose();
            _buffer = null;
        }
    }

    public override void SetPayloadLength(int payloadLength)
    {
        limit.Check(payloadLength);
        _announced = payloadLength;
    }

    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (_announced is null || _compress)
            return _buffer ??= new PooledBuffer();

        new FrameHeader(FrameHeader.Uncompressed, (uint)_announced).Write(output);
        return this;
    }

    public override void Complete()
    {
        if (_buffer is not null)
            Complete(_buffer.Written);
        else if (_written != _announced)
            throw new InvalidOperationException($"The marshaller announced {_announced} bytes and wrote {_written}.");
        _complete = true;
    }

    public override void Complete(byte[] payload)
    {
        Complete(payload.AsMemory());
        _complete = true;
    }

    void IBufferWriter<byte>.Advance(int count)
    {
        _written += count;
        output.Advance(count);
    }

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint) => output.GetMemory(sizeHint);

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => output.GetSpan(sizeHint);

    private void Complete(ReadOnlyMemory<byte> payload)
    {
        limit.Check(payload.Length);
        // .NET's gzip writes nothing for nothing, which other implementations refuse as cut off.
        if (!_compress || payload.IsEmpty)
        {
            Write(FrameHeader.Uncompressed, payload);
            return;
        }

        using var compressed = new PooledBuffer();
        MessageCompression.Compress(payload, compressed);
        Write(FrameHeader.Compressed, compressed.Written);
    }

    private void Write(byte flag, ReadOnlyMemory<byte> payload)
    {
        new FrameHeader(flag, (uint)payload.Length).Write(output);
        output.Write(payload.Span);
    }
}
