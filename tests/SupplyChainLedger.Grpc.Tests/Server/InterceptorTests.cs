using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SupplyChainLedger.Grpc.Hosting;
using SupplyChainLedger.Grpc.Tests.Interop;
using SupplyChainLedger.Grpc.Tests.Support;

namespace SupplyChainLedger.Grpc.Tests.Server;

public sealed class InterceptorTests
{
    [Fact]
    public async Task Interceptors_stand_around_every_kind_of_call_in_their_order()
    {
        var steps = new ConcurrentQueue<string>();
        await using var host = await TestHost.StartAsync(
            app => app.MapGrpcService<InteropTestService>(),
            options =>
            {
                options.Interceptors.Add<Recorder>("outer");
                options.Interceptors.Add<Recorder>("inner");
            },
            services => services.AddSingleton(steps));
        using var channel = host.OpenChannel();
        var client = new TestService.TestServiceClient(channel);
        var stop = TestContext.Current.CancellationToken;

        await client.EmptyCallAsync(new Empty(), cancellationToken: stop);
        using var clientStream = client.StreamingInputCall(cancellationToken: stop);
        await clientStream.RequestStream.CompleteAsync();
        await clientStream;
        using var serverStream = client.StreamingOutputCall(new StreamingOutputCallRequest(), cancellationToken: stop);
        Assert.False(await serverStream.ResponseStream.MoveNext(stop));
        using var duplex = client.FullDuplexCall(cancellationToken: stop);
        await duplex.RequestStream.CompleteAsync();
        Assert.False(await duplex.ResponseStream.MoveNext(stop));

        string[] calls = ["EmptyCall", "StreamingInputCall", "StreamingOutputCall", "FullDuplexCall"];
        Assert.Equal(calls.SelectMany(call => new[] { $"outer {call}", $"inner {call}" }), steps);
    }

    [Fact]
    public async Task An_interceptor_can_refuse_a_call_before_its_service_is_made()
    {
        await using var host = await TestHost.StartAsync(
            app => app.MapGrpcService<NeverMade>(), options => options.Interceptors.Add<Refuser>());
        using var channel = host.OpenChannel();

        var failure = await Assert.ThrowsAsync<RpcException>(() => new TestService.TestServiceClient(channel)
            .EmptyCallAsync(new Empty(), cancellationToken: TestContext.Current.CancellationToken)
            .ResponseAsync);

        Assert.Equal(StatusCode.PermissionDenied, failure.StatusCode);
    }

    [Fact]
    public async Task An_interceptor_stands_around_json_calls_too()
    {
        await using var host = await TestHost.StartAsync(
            app => app.MapGrpcService<InteropTestService>(), options => options.Interceptors.Add<Refuser>());
        using var client = new RawClient(host, http2: false);

        var response = await client.PostAsync(
            "/grpc.testing.TestService/EmptyCall", "application/json", "{}"u8.ToArray());

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, response.HttpStatus);
    }

    [Fact]
    public async Task A_service_that_is_not_registered_is_made_for_each_call_and_disposed_with_it()
    {
        var disposals = new Disposals();
        await using var host = await TestHost.StartAsync(
            app => app.MapGrpcService<DisposableService>(), register: services => services.AddSingleton(disposals));
        using var channel = host.OpenChannel();
        var client = new TestService.TestServiceClient(channel);

        await client.EmptyCallAsync(new Empty(), cancellationToken: TestContext.Current.CancellationToken);
        await client.EmptyCallAsync(new Empty(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, disposals.Count);
    }

    [Theory]
    [InlineData(ServiceLifetime.Singleton, 1)]
    [InlineData(ServiceLifetime.Scoped, 2)]
    [InlineData(ServiceLifetime.Transient, 2)]
    public async Task A_registered_service_lives_as_long_as_it_is_registered_for(ServiceLifetime lifetime, int made)
    {
        var disposals = new Disposals();
        await using var host = await TestHost.StartAsync(
            app => app.MapGrpcService<DisposableService>(),
            register: services => services.AddSingleton(disposals)
                .Add(new ServiceDescriptor(typeof(DisposableService), typeof(DisposableService), lifetime)));
        using var channel = host.OpenChannel();
        var client = new TestService.TestServiceClient(channel);

        await client.EmptyCallAsync(new Empty(), cancellationToken: TestContext.Current.CancellationToken);
        await client.EmptyCallAsync(new Empty(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(made, disposals.Seen);
    }

    private sealed class Recorder(string name, ConcurrentQueue<string> steps) : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            Record(context);
            return continuation(request, context);
        }

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            ServerCallContext context,
            ClientStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Record(context);
            return continuation(requestStream, context);
        }

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Record(context);
            return continuation(request, responseStream, context);
        }

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Record(context);
            return continuation(requestStream, responseStream, context);
        }

        private void Record(ServerCallContext context) => steps.Enqueue($"{name} {context.Method.Split('/')[^1]}");
    }

    private sealed class Refuser : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new RpcException(new Status(StatusCode.PermissionDenied, "Not you."));
    }

    private sealed class NeverMade : TestService.TestServiceBase
    {
        public NeverMade() => throw new InvalidOperationException("The service was made.");
    }

    private sealed class Disposals
    {
        private readonly ConcurrentDictionary<object, bool> _seen = [];
        private int _count;

        public int Count => _count;

        public int Seen => _seen.Count;

        public void Add() => Interlocked.Increment(ref _count);

        public void See(object instance) => _seen[instance] = true;
    }

    private sealed class DisposableService(Disposals disposals) : TestService.TestServiceBase, IDisposable
    {
        public override Task<Empty> EmptyCall(Empty request, ServerCallContext context)
        {
            disposals.See(this);
            return Task.FromResult(new Empty());
        }

        public void Dispose() => disposals.Add();
    }
}
