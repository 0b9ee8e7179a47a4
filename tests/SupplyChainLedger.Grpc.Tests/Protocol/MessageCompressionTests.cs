using System.Buffers;
using System.IO.Compression;
using System.Text;
using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Tests.Protocol;

public sealed class MessageCompressionTests
{
    [Fact]
    [Trait("Fault", "38")]
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

    [Fact]
    public void A_message_that_is_cut_off_anywhere_is_corrupt()
    {
        var text = Encoding.ASCII.GetBytes(string.Join(' ', Enumerable.Range(0, 2000)));
        using var whole = new PooledBuffer();
        MessageCompression.Compress(text, whole);

        for (var length = 1; length < whole.Length; length++)
        {
            var cut = new ReadOnlySequence<byte>(whole.Written[..length]);
            using var output = new PooledBuffer();
            var failure = Assert.Throws<RpcException>(
                () => MessageCompression.Decompress(cut, MessageSizeLimit.Received(null), output));
            Assert.Equal(StatusCode.Internal, failure.StatusCode);
        }
    }

    [Fact]
    public void No_bytes_at_all_are_read_as_the_empty_message_that_another_dotnet_wrote_so()
    {
        using var output = new PooledBuffer();

        MessageCompression.Decompress(ReadOnlySequence<byte>.Empty, MessageSizeLimit.Received(0), output);

        Assert.Equal(0, output.Length);
    }

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
