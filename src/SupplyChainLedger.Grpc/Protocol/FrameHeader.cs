using System.Buffers;
using System.Buffers.Binary;

namespace SupplyChainLedger.Grpc.Protocol;

/// <summary>The five bytes before each message: a flag and the length, big endian (Length-Prefixed-Message).</summary>
internal readonly record struct FrameHeader(byte Flag, uint Length)
{
    public const int Size = 5;
    public const byte Uncompressed = 0;
    public const byte Compressed = 1;

    /// <summary>Set on the last frame of a gRPC-Web response, which carries the trailers.</summary>
    public const byte Trailers = 0x80;

    public static bool TryRead(in ReadOnlySequence<byte> buffer, out FrameHeader header)
    {
        header = default;
        if (buffer.Length < Size)
            return false;

        Span<byte> bytes = stackalloc byte[Size];
        buffer.Slice(0, Size).CopyTo(bytes);
        header = new FrameHeader(bytes[0], BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]));
        return true;
    }

    public void Write(IBufferWriter<byte> output)
    {
        var bytes = output.GetSpan(Size);
        bytes[0] = Flag;
        BinaryPrimitives.WriteUInt32BigEndian(bytes[1..], Length);
        output.Advance(Size);
    }
}
