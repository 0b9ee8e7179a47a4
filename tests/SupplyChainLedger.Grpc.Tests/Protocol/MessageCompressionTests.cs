using System.Buffers;
using System.IO.Compression;
using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Tests.Protocol;

public sealed class MessageCompressionTests
{
    [Fact]
    public void A_bomb_costs_no_more_than_the_limit()
    {
        const int limit = 1024 * 1024;
        var bomb = Bomb(length: 256 * limit);
        using var output = new PooledBuffer();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refusal = Assert.Throws<RpcException>(() => MessageCompression.Decompress(
            new ReadOnlySequence<byte>(bomb), MessageSizeLimit.Received(limit), output));

        Assert.Equal(StatusCode.ResourceExhausted, refusal.StatusCode);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * limit);
        Assert.InRange(output.Length, limit, 4 * limit);
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("identity,gzip", true)]
    [InlineData("identity , gzip ", true)]
    [InlineData("deflate", false)]
    [InlineData("gzipped", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void The_list_of_accepted_encodings_is_read_item_by_item(string? header, bool expected) =>
        Assert.Equal(expected, MessageCompression.AcceptsGzip(header));

    private static byte[] Bomb(int length)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            var zeros = new byte[65536];
            for (var written = 0; written < length; written += zeros.Length)
                gzip.Write(zeros);
        }

        return compressed.ToArray();
    }
}
