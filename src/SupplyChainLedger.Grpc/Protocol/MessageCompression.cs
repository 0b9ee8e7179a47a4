using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Grpc.Core;

namespace SupplyChainLedger.Grpc.Protocol;

/// <summary>The one Content-Coding besides identity: gzip (RFC 1952), a fresh context for each message.</summary>
internal static class MessageCompression
{
    public const string Identity = "identity";
    public const string Gzip = "gzip";

    /// <summary>The value of <c>grpc-accept-encoding</c>.</summary>
    public const string Accepted = "identity,gzip";

    // Header and trailer of RFC 1952 §2.3 around nothing.
    private const int MinGzipSize = 18;

    public static bool IsAccepted(string encoding) => encoding is Identity or Gzip;

    /// <summary>Whether the peer's <c>grpc-accept-encoding</c> lists gzip.</summary>
    public static bool AcceptsGzip(string? acceptEncoding)
    {
        foreach (var range in acceptEncoding.AsSpan().Split(','))
        {
            if (acceptEncoding.AsSpan(range).Trim().SequenceEqual(Gzip))
                return true;
        }

        return false;
    }

    public static void Compress(ReadOnlyMemory<byte> payload, PooledBuffer output)
    {
        using var target = new BufferStream(output);
        using var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true);
        gzip.Write(payload.Span);
    }

    /// <summary>Decompresses, and stops as soon as the limit is passed, so that a bomb costs no more than it.</summary>
    /// <exception cref="RpcException">
    /// INTERNAL: not gzip, or cut off. RESOURCE_EXHAUSTED: larger than the limit.
    /// </exception>
    public static void Decompress(in ReadOnlySequence<byte> payload, MessageSizeLimit limit, PooledBuffer output)
    {
        using var source = new SequenceStream(payload);
        using var gzip = new GZipStream(source, CompressionMode.Decompress);
        try
        {
            while (true)
            {
                var read = gzip.Read(output.GetSpan());
                if (read == 0)
                    break;
                output.Advance(read);
                limit.Check(output.Length);
            }

            // The stream takes an early end of its source for the end of the text. Nothing at all is what .NET's own
            // gzip writes for no text.
            if (!payload.IsEmpty && LengthIn(payload) != (uint)output.Length)
                throw new InvalidDataException();
        }
        catch (InvalidDataException)
        {
            throw new RpcException(new Status(StatusCode.Internal, "A compressed message is not valid gzip."));
        }
    }

    /// <summary>The length of the text as its last four bytes say (ISIZE, RFC 1952 §2.3.1).</summary>
    private static uint? LengthIn(in ReadOnlySequence<byte> payload)
    {
        if (payload.Length < MinGzipSize)
            return null;

        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        payload.Slice(payload.Length - sizeof(uint)).CopyTo(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
