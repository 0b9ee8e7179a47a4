using System.Buffers;
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
    /// <exception cref="RpcException">INTERNAL: not gzip. RESOURCE_EXHAUSTED: larger than the limit.</exception>
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
                    return;
                output.Advance(read);
                limit.Check(output.Length);
            }
        }
        catch (InvalidDataException)
        {
            throw new RpcException(new Status(StatusCode.Internal, "A compressed message is not valid gzip."));
        }
    }
}
