using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>How a message is written.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "The name is gRPC's own.")]
public enum WriteFlags
{
    /// <summary>Written at once, compressed if the call is.</summary>
    None = 0,

    /// <summary>May wait in the buffer for the next message.</summary>
    BufferHint = 1,

    /// <summary>Not compressed, even if the call is.</summary>
    NoCompress = 2,
}

/// <summary>The options of a write.</summary>
public class WriteOptions(WriteFlags flags = WriteFlags.None)
{
    /// <summary>Written at once, compressed if the call is.</summary>
    public static readonly WriteOptions Default = new();

    /// <summary>The flags.</summary>
    public WriteFlags Flags { get; } = flags;
}
