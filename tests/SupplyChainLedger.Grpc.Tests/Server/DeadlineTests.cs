using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SupplyChainLedger.Grpc.Client;
using SupplyChainLedger.Grpc.Hosting;
using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Server;

public sealed class DeadlineTests
{
    [Fact]
    public async Task The_handler_sees_the_deadline_that_the_client_set()
    {
        var time = new ManualTime();
        var seen = new TaskCompletionSource<DateTime>();
        await using var host = await StartAsync(time, (_, context) =>
        {
            seen.SetResult(context.Deadline);
            return Task.FromResult(new SimpleResponse());
        });
        using var channel = OpenChannel(host, time);

        var deadline = time.GetUtcNow().UtcDateTime.AddSeconds(90);
        await new TestService.TestServiceClient(channel).UnaryCallAsync(
            new SimpleRequest(), deadline: deadline, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(deadline, await seen.Task);
    }

    [Fact]
    public async Task A_handler_that_ignores_its_deadline_does_not_keep_the_client_waiting()
    {
        var time = new ManualTime();
        var started = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var lateWrite = new TaskCompletionSource<Exception?>();
        await using var host = await TestHost.StartAsync(
            app => app.MapGrpcService<ScriptedService>(),
            register: services => services.AddSingleton<TimeProvider>(time).AddSingleton(new ScriptedService
            {
                ServerStream = async (_, responses, _) =>
                {
                    started.SetResult();
                    await release.Task;
                    lateWrite.SetResult(await Record.ExceptionAsync(
                        () => responses.WriteAsync(
                            new StreamingOutputCallResponse(), TestContext.Current.CancellationToken)));
                },
            }));
        using var client = new RawClient(host);

        var call = client.CallAsync(
            "StreamingOutputCall", RawClient.Frame(new StreamingOutputCallRequest()), ("grpc-timeout", "5S"));
        await started.Task;
        time.Advance(TimeSpan.FromSeconds(5));
        var response = await call;
        release.SetResult();

        Assert.Equal("4", response.GrpcStatus);
        Assert.IsType<OperationCanceledException>(await lateWrite.Task, exactMatch: false);
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    [Trait("Fault", "46")]
    public async Task A_stream_that_the_client_does_not_read_is_cancelled_at_its_deadline()
    {
        var time = new ManualTime();
        var writing = new TaskCompletionSource();
        var message = new StreamingOutputCallResponse
        {
            Payload = new Payload { Body = ByteString.CopyFrom(new byte[3_000_000]) },
        };
        await using var host = await TestHost.StartAsync(
            app => app.MapGrpcService<ScriptedService>(),
            register: services => services.AddSingleton<TimeProvider>(time).AddSingleton(new ScriptedService
            {
                ServerStream = async (_, responses, context) =>
                {
                    var write = responses.WriteAsync(message, context.CancellationToken);
                    writing.SetResult();
                    await write;
                },
            }));
        using var http = new HttpClient { BaseAddress = host.Http2 };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/grpc.testing.TestService/StreamingOutputCall")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(RawClient.Frame(new StreamingOutputCallRequest())),
        };
        request.Content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        request.Headers.TryAddWithoutValidation("grpc-timeout", "5S");

        using var response = await http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await writing.Task;
        time.Advance(TimeSpan.FromSeconds(5));

        var fault = await Assert.ThrowsAnyAsync<Exception>(
            () => response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var reset = Assert.IsType<HttpProtocolException>(fault as HttpProtocolException ?? fault.InnerException);
        Assert.Equal(8, reset.ErrorCode);
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    [Trait("Fault", "46")]
    public async Task A_passed_deadline_cancels_the_handler()
    {
        var time = new ManualTime();
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var host = await StartAsync(time, async (_, context) =>
        {
            await using var registration = context.CancellationToken.Register(cancelled.SetResult);
            started.SetResult();
            await cancelled.Task;
            context.CancellationToken.ThrowIfCancellationRequested();
            return new SimpleResponse();
        });
        using var client = new RawClient(host);

        var call = client.CallAsync("UnaryCall", RawClient.Frame(new SimpleRequest()), ("grpc-timeout", "1000m"));
        await started.Task;
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(cancelled.Task.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal("4", (await call).GrpcStatus);
        await cancelled.Task;
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task A_handler_that_fails_when_it_is_cancelled_does_not_bring_the_clock_down()
    {
        var time = new ManualTime();
        var started = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var host = await StartAsync(time, async (_, context) =>
        {
            await using var registration = context.CancellationToken.Register(
                () => throw new InvalidOperationException("a faulty callback"));
            started.SetResult();
            await release.Task;
            return new SimpleResponse();
        });
        using var client = new RawClient(host);

        var call = client.CallAsync("UnaryCall", RawClient.Frame(new SimpleRequest()), ("grpc-timeout", "1S"));
        await started.Task;
        time.Advance(TimeSpan.FromSeconds(1));
        release.SetResult();

        Assert.Equal("4", (await call).GrpcStatus);
        var error = Assert.Single(host.Logs.Errors);
        Assert.Equal("a faulty callback", error.Exception!.InnerException!.Message);
    }

    [Theory]
    [Trait("Fault", "46")]
    [InlineData("0n")]
    [InlineData("99n")]
    public async Task A_call_without_time_left_does_not_reach_its_handler(string timeout)
    {
        await using var host = await StartAsync(
            new ManualTime(), (_, _) => throw new InvalidOperationException("reached"));
        using var client = new RawClient(host);

        var response = await client.CallAsync(
            "UnaryCall", RawClient.Frame(new SimpleRequest()), ("grpc-timeout", timeout));

        Assert.Equal("4", response.GrpcStatus);
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task A_timeout_of_eleven_thousand_years_is_as_good_as_none()
    {
        await using var host = await StartAsync(
            new ManualTime(), (_, _) => Task.FromResult(new SimpleResponse()));
        using var client = new RawClient(host);

        var response = await client.CallAsync(
            "UnaryCall", RawClient.Frame(new SimpleRequest()), ("grpc-timeout", "99999999H"));

        Assert.Equal("0", response.GrpcStatus);
    }

    [Fact]
    public async Task A_client_whose_deadline_has_passed_sends_nothing()
    {
        var time = new ManualTime();
        using var channel = GrpcChannel.ForAddress(
            "http://127.0.0.1:1", new GrpcChannelOptions { TimeProvider = time });

        var failure = await Assert.ThrowsAsync<RpcException>(() => new TestService.TestServiceClient(channel)
            .UnaryCallAsync(
                new SimpleRequest(),
                deadline: time.GetUtcNow().UtcDateTime,
                cancellationToken: TestContext.Current.CancellationToken)
            .ResponseAsync);

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task A_client_gives_up_at_its_deadline_by_its_own_clock()
    {
        var clientTime = new ManualTime();
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var host = await StartAsync(new ManualTime(), async (_, context) =>
        {
            await using var registration = context.CancellationToken.Register(cancelled.SetResult);
            started.SetResult();
            await cancelled.Task;
            return new SimpleResponse();
        });
        using var channel = OpenChannel(host, clientTime);

        var call = new TestService.TestServiceClient(channel).UnaryCallAsync(
            new SimpleRequest(),
            deadline: clientTime.GetUtcNow().UtcDateTime.AddSeconds(1),
            cancellationToken: TestContext.Current.CancellationToken);
        await started.Task;
        clientTime.Advance(TimeSpan.FromSeconds(1));

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        await cancelled.Task;
    }

    private static GrpcChannel OpenChannel(TestHost host, TimeProvider time) =>
        host.OpenChannel(new GrpcChannelOptions { TimeProvider = time });

    private static Task<TestHost> StartAsync(
        TimeProvider time, UnaryServerMethod<SimpleRequest, SimpleResponse> handler) =>
        TestHost.StartAsync(
            app => app.MapGrpcService<ScriptedService>(),
            register: services => services.AddSingleton(time).AddSingleton(new ScriptedService { Unary = handler }));
}
