using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;
using SupplyChainLedger.Grpc.Hosting;
using SupplyChainLedger.Grpc.Tests.Interop;
using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Client;

public sealed class CallTests
{
    [Fact]
    public async Task A_unary_call_is_answered()
    {
        await using var host = await TestHost.StartAsync(app => app.MapGrpcService<InteropTestService>());
        using var channel = host.OpenChannel();
        var client = new TestService.TestServiceClient(channel);

        var payload = new Payload { Body = ByteString.CopyFrom(new byte[271828]) };

        var response = await client.UnaryCallAsync(
            new SimpleRequest { ResponseSize = 314159, Payload = payload },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(314159, response.Payload.Body.Length);
    }

    [Fact]
    public async Task Streams_run_both_ways_at_once()
    {
        await using var host = await TestHost.StartAsync(app => app.MapGrpcService<InteropTestService>());
        using var channel = host.OpenChannel();
        var client = new TestService.TestServiceClient(channel);

        using var call = client.FullDuplexCall(cancellationToken: TestContext.Current.CancellationToken);
        foreach (var size in new[] { 31415, 9, 2653, 58979 })
        {
            var request = new StreamingOutputCallRequest
            {
                ResponseParameters = { new ResponseParameters { Size = size } },
            };
            await call.RequestStream.WriteAsync(request, TestContext.Current.CancellationToken);
            Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            Assert.Equal(size, call.ResponseStream.Current.Payload.Body.Length);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }
}
