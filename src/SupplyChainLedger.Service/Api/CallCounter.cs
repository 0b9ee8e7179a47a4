using Grpc.Core;
using Grpc.Core.Interceptors;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Api;

/// <summary>Counts the calls that the end of the service waits for.</summary>
internal sealed class CallCounter(CallsUnderWay calls) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        calls.RunAsync(() => continuation(request, context));
}
