using System.IO.Compression;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;
using SupplyChainLedger.Grpc.Tests.Interop;
using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Server;

public sealed class CompressionTests
{
    private static readonly byte[] Request =
        RawClient.Frame(new SimpleRequest { ResponseSize = 1000, ResponseCompressed = new BoolValue { Value = true } });

    [Fact]
    public async Task A_response_is_compressed_for_a_client_that_understands_it()
    {
        await using var host = await TestHost.StartAsync(new InteropTestService());
        using var client = new RawClient(host);

        var response = await client.CallAsync("UnaryCall", Request, ("grpc-accept-encoding", "identity,gzip"));

        Assert.Equal("gzip", response.Headers["grpc-encoding"]);
        Assert.Equal(1, response.Body[0]);
        await using var gzip = new GZipStream(new MemoryStream(response.Body[5..]), CompressionMode.Decompress);
        Assert.Equal(1000, SimpleResponse.Parser.ParseFrom(gzip).Payload.Body.Length);
    }

    [Fact]
    public async Task A_response_is_not_compressed_for_a_client_that_does_not_say_so()
    {
        await using var host = await TestHost.StartAsync(new InteropTestService());
        using var client = new RawClient(host);

        var response = await client.CallAsync("UnaryCall", Request);

        Assert.False(response.Headers.ContainsKey("grpc-encoding"));
        Assert.Equal(0, response.Body[0]);
    }

    [Fact]
    public async Task A_server_can_compress_all_responses_and_a_handler_can_exempt_its_own()
    {
        var flags = new Queue<WriteFlags>([WriteFlags.None, WriteFlags.NoCompress]);
        await using var host = await TestHost.StartAsync(
            new ScriptedService
            {
                Unary = (request, context) =>
                {
                    context.WriteOptions = new WriteOptions(flags.Dequeue());
                    return Task.FromResult(new SimpleResponse { Payload = request.Payload });
                },
            },
            options => options.ResponseCompressionAlgorithm = "gzip");
        using var client = new RawClient(host);
        var payload = new Payload { Body = ByteString.CopyFrom(new byte[99]) };
        var request = RawClient.Frame(new SimpleRequest { Payload = payload });

        var compressed = await client.CallAsync("UnaryCall", request, ("grpc-accept-encoding", "gzip"));
        var exempt = await client.CallAsync("UnaryCall", request, ("grpc-accept-encoding", "gzip"));

        Assert.Equal((1, 0), (compressed.Body[0], exempt.Body[0]));
    }

    [Fact]
    public async Task Messages_are_compressed_both_ways_between_this_client_and_this_server()
    {
        await using var host = await TestHost.StartAsync(new InteropTestService());
        using var channel = host.OpenChannel();
        var client = new TestService.TestServiceClient(channel);
        var request = new SimpleRequest
        {
            ResponseSize = 314159,
            ResponseCompressed = new BoolValue { Value = true },
            ExpectCompressed = new BoolValue { Value = true },
            Payload = new Payload { Body = ByteString.CopyFrom(new byte[271828]) },
        };

        var refused = await Assert.ThrowsAsync<RpcException>(() => client.UnaryCallAsync(
            request, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync);
        var response = await client.UnaryCallAsync(
            request,
            new Metadata { { "grpc-internal-encoding-request", "gzip" } },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal(new byte[314159], response.Payload.Body.ToByteArray());
    }
}
