using System.Buffers.Binary;
using System.Text;

namespace SupplyChainLedger.Faults.Hostile;

/// <summary>Frames of HTTP/2 as bytes (RFC 9113, section 4), for clients that do not keep to it.</summary>
internal static class Http2Frame
{
    /// <summary>What a client begins with: the preface and its settings, all as they are by default.</summary>
    public static byte[] Preface { get; } =
        [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Of(Http2FrameType.Settings, 0, 0, [])];

    /// <summary>One frame.</summary>
    public static byte[] Of(Http2FrameType type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[9 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8 | (byte)type);
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame.AsSpan(9));
        return frame;
    }

    /// <summary>The headers of a call, uncompressed (RFC 7541, section 6.2.2).</summary>
    public static byte[] CallHeaders(string path) =>
    [
        0x83, 0x86, 0x04, .. Text(path), 0x01, .. Text("localhost"),
        .. Header("content-type", "application/grpc"), .. Header("te", "trailers"),
    ];

    /// <summary>One header, uncompressed.</summary>
    public static byte[] Header(string name, string value) => [0x00, .. Text(name), .. Text(value)];

    private static byte[] Text(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];
}
