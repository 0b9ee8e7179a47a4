using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller writes one message.</summary>
public abstract class SerializationContext
{
    /// <summary>Takes the whole payload at once and ends the message.</summary>
    public abstract void Complete(byte[] payload);

    /// <summary>Announces the exact length, in bytes, of what will be written to the buffer.</summary>
    public abstract void SetPayloadLength(int payloadLength);

    /// <summary>The buffer to write the payload to.</summary>
    public abstract IBufferWriter<byte> GetBufferWriter();

    /// <summary>Ends a message that was written to the buffer.</summary>
    public abstract void Complete();
}

/// <summary>Where a marshaller reads one message.</summary>
public abstract class DeserializationContext
{
    /// <summary>The length of the payload in bytes.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>The payload as an array of its own.</summary>
    public abstract byte[] PayloadAsNewBuffer();

    /// <summary>The payload in the transport's buffer, valid until the marshaller returns.</summary>
    public abstract ReadOnlySequence<byte> PayloadAsReadOnlySequence();
}
