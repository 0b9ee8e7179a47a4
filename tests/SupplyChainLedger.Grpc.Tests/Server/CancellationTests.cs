using System.Net.Sockets;
using Grpc.Core;
using Grpc.Testing;
using SupplyChainLedger.Grpc.Client;
using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Server;

public sealed class CancellationTests
{
    [Fact]
    [Trait("Fault", "46")]
    public async Task A_client_that_vanishes_stops_a_handler_that_waits_for_its_requests()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource<Exception?>();
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            Duplex = async (requests, _, context) =>
            {
                Assert.True(await requests.MoveNext(context.CancellationToken));
                started.SetResult();
                ended.SetResult(await Record.ExceptionAsync(() => requests.MoveNext(context.CancellationToken)));
            },
        });
        NetworkStream? connection = null;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return connection = new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var channel = host.OpenChannel(new GrpcChannelOptions { HttpHandler = handler });
        var call = new TestService.TestServiceClient(channel).FullDuplexCall(
            cancellationToken: TestContext.Current.CancellationToken);
        await call.RequestStream.WriteAsync(new StreamingOutputCallRequest(), TestContext.Current.CancellationToken);
        await started.Task;

        connection!.Socket.Close(timeout: 0); // resets the connection without a word about the call

        Assert.IsType<OperationCanceledException>(await ended.Task, exactMatch: false);
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task A_channel_that_is_disposed_cancels_its_calls()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource<Exception?>();
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            Duplex = async (requests, _, context) =>
            {
                started.SetResult();
                ended.SetResult(await Record.ExceptionAsync(() => requests.MoveNext(context.CancellationToken)));
            },
        });
        var channel = host.OpenChannel();
        using var call = new TestService.TestServiceClient(channel).FullDuplexCall(
            cancellationToken: TestContext.Current.CancellationToken);
        await started.Task;

        channel.Dispose();

        Assert.IsType<OperationCanceledException>(await ended.Task, exactMatch: false);
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
        await Assert.ThrowsAsync<RpcException>(
            () => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("Fault", "46")]
    public async Task A_client_that_vanishes_stops_a_handler_that_only_writes()
    {
        var ended = new TaskCompletionSource<Exception?>();
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            ServerStream = async (_, responses, context) =>
            {
                ended.SetResult(await Record.ExceptionAsync(async () =>
                {
                    while (true)
                        await responses.WriteAsync(new StreamingOutputCallResponse(), context.CancellationToken);
                }));
            },
        });
        using var channel = host.OpenChannel();
        var call = new TestService.TestServiceClient(channel).StreamingOutputCall(
            new StreamingOutputCallRequest(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        call.Dispose();

        Assert.IsType<OperationCanceledException>(await ended.Task, exactMatch: false);
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task A_handler_that_outlives_its_client_is_told_so_by_its_token()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            Unary = async (_, context) =>
            {
                await using var registration = context.CancellationToken.Register(cancelled.SetResult);
                started.SetResult();
                await cancelled.Task;
                return new SimpleResponse();
            },
        });
        using var channel = host.OpenChannel();
        using var cancellation = new CancellationTokenSource();
        var call = new TestService.TestServiceClient(channel).UnaryCallAsync(
            new SimpleRequest(), cancellationToken: cancellation.Token);
        await started.Task;

        await cancellation.CancelAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await cancelled.Task;
    }

    [Fact]
    public async Task A_writer_that_a_handler_leaves_behind_cannot_write_into_another_call()
    {
        var leftBehind = new TaskCompletionSource<IServerStreamWriter<StreamingOutputCallResponse>>();
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            ServerStream = (_, responses, _) =>
            {
                leftBehind.SetResult(responses);
                return Task.CompletedTask;
            },
        });
        using var client = new RawClient(host);
        var response = await client.CallAsync(
            "StreamingOutputCall", RawClient.Frame(new StreamingOutputCallRequest()));
        Assert.Equal("0", response.GrpcStatus);

        var writer = await leftBehind.Task;

        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.WriteAsync(
            new StreamingOutputCallResponse(), TestContext.Current.CancellationToken));
    }
}
