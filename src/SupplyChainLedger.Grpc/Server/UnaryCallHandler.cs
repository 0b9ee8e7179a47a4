using Grpc.Core;
using Microsoft.AspNetCore.Http;
using SupplyChainLedger.Grpc.Protocol;
using SupplyChainLedger.Grpc.Server.Json;

namespace SupplyChainLedger.Grpc.Server;

internal sealed class UnaryCallHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler, CallSettings settings)
    : CallHandler(method, settings)
    where TRequest : class where TResponse : class
{
    private readonly Lazy<JsonCodec> _json = new(() => JsonCodec.For(method));

    protected override async Task InvokeAsync(ServerCall call, IMessageReader requests)
    {
        var request = await requests.ReadOnlyAsync(method.RequestMarshaller, call.CancellationToken)
            .ConfigureAwait(false);
        var response = await handler(request, call.Context).ConfigureAwait(false);
        await call.RespondAsync(method.ResponseMarshaller, response).ConfigureAwait(false);
    }

    protected override JsonCodec GetJson() => _json.Value;

    protected override IMessageReader OpenJson(HttpContext http) =>
        new JsonRequest(http, _json.Value, Settings.Received);
}
