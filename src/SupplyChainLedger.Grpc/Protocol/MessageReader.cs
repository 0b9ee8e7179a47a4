using System.Buffers;
using System.IO.Pipelines;
using Grpc.Core;

namespace SupplyChainLedger.Grpc.Protocol;

/// <summary>
/// Reads the messages of one direction of a call. A message is parsed where it lies in the pipe, and its length is
/// held against the limit before it is waited for.
/// </summary>
internal sealed class MessageReader(PipeReader pipe, string? encoding, MessageSizeLimit limit)
    : DeserializationContext, IMessageReader
{
    private ReadOnlySequence<byte> _payload;

    public override int PayloadLength => (int)_payload.Length;

    public override byte[] PayloadAsNewBuffer() => _payload.ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => _payload;

    public async ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            var consumed = result.Buffer.Start;
            try
            {
                if (TryReadFrame(result.Buffer, out var frame, out var payload))
                {
                    consumed = payload.End;
                    return Parse(frame, payload, marshaller);
                }

                if (result.IsCompleted)
                {
                    if (result.Buffer.IsEmpty)
                        return null;
                    throw Corrupt("The stream ended inside a message.");
                }
            }
            finally
            {
                pipe.AdvanceTo(consumed, consumed.Equals(result.Buffer.Start) ? result.Buffer.End : consumed);
            }
        }
    }

    public async ValueTask<bool> ReadEndAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            pipe.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (!result.Buffer.IsEmpty)
                return false;
            if (result.IsCompleted)
                return true;
        }
    }

    private bool TryReadFrame(
        in ReadOnlySequence<byte> buffer, out FrameHeader frame, out ReadOnlySequence<byte> payload)
    {
        payload = default;
        if (!FrameHeader.TryRead(buffer, out frame))
            return false;

        if (frame.Flag > FrameHeader.Compressed)
            throw Corrupt($"The message has the flag 0x{frame.Flag:X2}; only 0 and 1 are defined.");
        limit.Check(frame.Length);
        if (buffer.Length - FrameHeader.Size < frame.Length)
            return false;

        payload = buffer.Slice(FrameHeader.Size, frame.Length);
        return true;
    }

    private T Parse<T>(FrameHeader frame, in ReadOnlySequence<byte> payload, Marshaller<T> marshaller)
    {
        if (frame.Flag == FrameHeader.Uncompressed)
            return Parse(payload, marshaller);

        if (encoding is null or MessageCompression.Identity)
            throw Corrupt("The message is flagged as compressed, and grpc-encoding names no compression.");
        using var decompressed = new PooledBuffer();
        MessageCompression.Decompress(payload, limit, decompressed);
        return Parse(new ReadOnlySequence<byte>(decompressed.Written), marshaller);
    }

    private T Parse<T>(in ReadOnlySequence<byte> payload, Marshaller<T> marshaller)
    {
        _payload = payload;
        try
        {
            return marshaller.ContextualDeserializer(this);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw new RpcException(new Status(
                StatusCode.Internal, $"The message could not be read as {typeof(T).Name}.", exception));
        }
        finally
        {
            _payload = default;
        }
    }

    private static RpcException Corrupt(string detail) => new(new Status(StatusCode.Internal, detail));
}
