using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Testing;
using SupplyChainLedger.Grpc.Tests.Interop;
using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Client;

public sealed class ClientInterceptorTests
{
    private const string Echoed = "x-grpc-test-echo-initial";

    [Fact]
    public async Task Interceptors_stand_around_every_kind_of_call_in_their_order()
    {
        await using var host = await TestHost.StartAsync(new InteropTestService());
        using var channel = host.OpenChannel();
        var client = new TestService.TestServiceClient(channel.Intercept(new Appender("a"), new Appender("b")));
        var stop = TestContext.Current.CancellationToken;

        using var unary = client.EmptyCallAsync(new Empty(), cancellationToken: stop);
        Assert.Equal("ab", (await unary.ResponseHeadersAsync).GetValue(Echoed));
        using var clientStream = client.StreamingInputCall(cancellationToken: stop);
        Assert.Equal("ab", (await clientStream.ResponseHeadersAsync).GetValue(Echoed));
        using var serverStream = client.StreamingOutputCall(new StreamingOutputCallRequest(), cancellationToken: stop);
        Assert.Equal("ab", (await serverStream.ResponseHeadersAsync).GetValue(Echoed));
        using var duplex = client.FullDuplexCall(cancellationToken: stop);
        Assert.Equal("ab", (await duplex.ResponseHeadersAsync).GetValue(Echoed));
        Assert.Equal(new Empty(), client.EmptyCall(new Empty(), cancellationToken: stop));
    }

    [Fact]
    public async Task An_interceptor_can_put_its_own_response_in_place()
    {
        await using var host = await TestHost.StartAsync(new InteropTestService());
        using var channel = host.OpenChannel();
        var client = new TestService.TestServiceClient(channel.Intercept(new Replacer()));

        using var call = client.UnaryCallAsync(
            new SimpleRequest { ResponseSize = 5 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null((await call).Payload);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task A_client_can_call_under_another_host()
    {
        var seen = new TaskCompletionSource<string>();
        await using var host = await TestHost.StartAsync(new ScriptedService
        {
            Unary = (_, context) =>
            {
                seen.SetResult($"{context.Host} {context.Peer.Split(':')[0]}");
                return Task.FromResult(new SimpleResponse());
            },
        });
        using var channel = host.OpenChannel();

        await new TestService.TestServiceClient(channel).WithHost("ledger.example").UnaryCallAsync(
            new SimpleRequest(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("ledger.example ipv4", await seen.Task);
    }

    private sealed class Appender(string letter) : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, Append(context));

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, Append(context));

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, Append(context));

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(Append(context));

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(Append(context));

        private ClientInterceptorContext<TRequest, TResponse> Append<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context)
            where TRequest : class where TResponse : class
        {
            var headers = new Metadata { { Echoed, context.Options.Headers?.GetValue(Echoed) + letter } };
            return new(context.Method, context.Host, context.Options.WithHeaders(headers));
        }
    }

    private sealed class Replacer : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            var call = continuation(request, context);
            return new AsyncUnaryCall<TResponse>(
                ReplaceAsync(call.ResponseAsync),
                call.ResponseHeadersAsync,
                call.GetStatus,
                call.GetTrailers,
                call.Dispose);
        }

        private static async Task<TResponse> ReplaceAsync<TResponse>(Task<TResponse> response)
        {
            await response;
            return Activator.CreateInstance<TResponse>();
        }
    }
}
