using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

internal sealed class ServerStreamingCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    ServerStreamingServerMethod<TRequest, TResponse> handler,
    CallSettings settings)
    : CallHandler(method, settings)
    where TRequest : class where TResponse : class
{
    protected override async Task InvokeAsync(ServerCall call, IMessageReader requests)
    {
        var request = await requests.ReadOnlyAsync(method.RequestMarshaller, call.CancellationToken)
            .ConfigureAwait(false);
        var responses = new ResponseStreamWriter<TResponse>(call, method.ResponseMarshaller);
        await handler(request, responses, call.Context).ConfigureAwait(false);
    }
}
