using Grpc.Core;

namespace SupplyChainLedger.Grpc.Client;

/// <summary>Starts calls over a channel's HTTP connections.</summary>
internal sealed class HttpCallInvoker(GrpcChannel channel) : CallInvoker
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        using var call = AsyncUnaryCall(method, host, options, request);
        return call.ResponseAsync.GetAwaiter().GetResult();
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = StartWithMessage(method, host, options, request, hasOneResponse: true);
        return new AsyncUnaryCall<TResponse>(call.ReadOnlyAsync(method.ResponseMarshaller), call);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = StartWithMessage(method, host, options, request, hasOneResponse: false);
        return new AsyncServerStreamingCall<TResponse>(
            new ResponseStreamReader<TResponse>(call, method.ResponseMarshaller), call);
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var (call, requests) = StartWithStream(method, host, options, hasOneResponse: true);
        return new AsyncClientStreamingCall<TRequest, TResponse>(
            requests, call.ReadOnlyAsync(method.ResponseMarshaller), call);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var (call, requests) = StartWithStream(method, host, options, hasOneResponse: false);
        return new AsyncDuplexStreamingCall<TRequest, TResponse>(
            requests, new ResponseStreamReader<TResponse>(call, method.ResponseMarshaller), call);
    }

    private ClientCall StartWithMessage<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request, bool hasOneResponse)
    {
        ArgumentNullException.ThrowIfNull(request);
        var call = new ClientCall(hasOneResponse);
        call.Start(channel, method, host, options, () =>
        {
            var content = new MessageContent();
            content.Write(method.RequestMarshaller, request, channel.Sent, CallCompression.AppliesTo(options));
            return content;
        });
        return call;
    }

    private (ClientCall Call, IClientStreamWriter<TRequest> Requests) StartWithStream<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, bool hasOneResponse)
        where TRequest : class
    {
        var call = new ClientCall(hasOneResponse);
        var content = new RequestStreamContent(call.Ended);
        call.Start(channel, method, host, options, () => content);
        var writer = new RequestStreamWriter<TRequest>(
            call, content, method.RequestMarshaller, channel.Sent, CallCompression.IsRequested(options))
        {
            WriteOptions = options.WriteOptions,
        };
        return (call, writer);
    }
}
