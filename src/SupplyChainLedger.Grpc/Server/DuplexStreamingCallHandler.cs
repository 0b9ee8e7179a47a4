using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

internal sealed class DuplexStreamingCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    DuplexStreamingServerMethod<TRequest, TResponse> handler,
    CallSettings settings)
    : CallHandler(method, settings)
    where TRequest : class where TResponse : class
{
    protected override async Task InvokeAsync(ServerCall call, IMessageReader requests)
    {
        var stream = new RequestStreamReader<TRequest>(requests, method.RequestMarshaller, call.CancellationToken);
        var responses = new ResponseStreamWriter<TResponse>(call, method.ResponseMarshaller);
        await handler(stream, responses, call.Context).ConfigureAwait(false);
    }
}
