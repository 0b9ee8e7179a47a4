using Grpc.Core;
using SupplyChainLedger.Grpc.Protocol;

namespace SupplyChainLedger.Grpc.Server;

internal sealed class ClientStreamingCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    ClientStreamingServerMethod<TRequest, TResponse> handler,
    CallSettings settings)
    : CallHandler(method, settings)
    where TRequest : class where TResponse : class
{
    protected override async Task InvokeAsync(ServerCall call, IMessageReader requests)
    {
        var stream = new RequestStreamReader<TRequest>(requests, method.RequestMarshaller, call.CancellationToken);
        var response = await handler(stream, call.Context).ConfigureAwait(false);
        await call.RespondAsync(method.ResponseMarshaller, response).ConfigureAwait(false);
    }
}
