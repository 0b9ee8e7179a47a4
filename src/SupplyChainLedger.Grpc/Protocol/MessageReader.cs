using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using Grpc.Core;

namespace SupplyChainLedger.Grpc.Protocol;

/// <summary>
/// Reads the messages of one direction of a call. A message is parsed where it lies in the pipe, and its length is
/// held against the limit before it is waited for.
/// </summary>
/// <param name="pipe">The bytes.</param>
/// <param name="encoding">What <c>grpc-encoding</c> names.</param>
/// <param name="limit">For each message.</param>
/// <param name="translate">What a failure of the pipe is called; as it is where null.</param>
internal sealed class MessageReader(
    PipeReader pipe, string? encoding, MessageSizeLimit limit, Func<IOException, Exception>? translate = null)
    : DeserializationContext, IMessageReader
{
    private ReadOnlySequence<byte> _payload;

    public override int PayloadLength => (int)_payload.Length;

    public override byte[] PayloadAsNewBuffer() => _payload.ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => _payload;

    public async ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            while (true)
            {
                var result = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (TryTake(result, marshaller, out var message, out _) || result.IsCompleted)
                    return message;
            }
        }
        catch (IOException exception) when (translate is not null)
        {
            throw translate(exception);
        }
    }

    public async ValueTask<T> ReadOnlyAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            T? message = null;
            while (true)
            {
                // Usually the message and the end of the stream are there together.
                var result = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
                var rest = result.Buffer.Length;
                if (message is null)
                    TryTake(result, marshaller, out message, out rest);
                else
                    pipe.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                if (message is not null && rest > 0)
                    throw NotOne("more than one");
                if (result.IsCompleted)
                    return message ?? throw NotOne("none");
            }
        }
        catch (IOException exception) when (translate is not null)
        {
            throw translate(exception);
        }
    }

    /// <summary>Takes the message that the buffer begins with, or leaves it as it is for more to come.</summary>
    /// <param name="result">What was read.</param>
    /// <param name="marshaller">Of the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="rest">How many bytes remain.</param>
    private bool TryTake<T>(
        in ReadResult result, Marshaller<T> marshaller, [NotNullWhen(true)] out T? message, out long rest)
        where T : class
    {
        var buffer = result.Buffer;
        var (consumed, examined) = (buffer.Start, buffer.End);
        message = null;
        rest = buffer.Length;
        try
        {
            if (TryReadFrame(buffer, out var frame, out var payload))
            {
                consumed = examined = payload.End;
                rest -= FrameHeader.Size + frame.Length;
                message = Parse(frame, payload, marshaller);
                return true;
            }

            if (result.IsCompleted && !buffer.IsEmpty)
                throw Corrupt("The stream ended inside a message.");
            return false;
        }
        finally
        {
            pipe.AdvanceTo(consumed, examined);
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

    private static RpcException NotOne(string sent) => new(new Status(
        StatusCode.Unimplemented, $"The method takes exactly one request; {sent} was sent."));

    private static RpcException Corrupt(string detail) => new(new Status(StatusCode.Internal, detail));
}
