using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using SupplyChainLedger.Grpc.Protocol;
using SupplyChainLedger.Grpc.Server.Json;

namespace SupplyChainLedger.Grpc.Server;

/// <summary>Answers the requests for one method, in every format that they come in.</summary>
internal abstract class CallHandler(IMethod method, CallSettings settings)
{
    private Func<JsonCodec>? _json;

    public IMethod Method { get; } = method;

    protected CallSettings Settings { get; } = settings;

    /// <summary>Answers one request; it fails only when the connection does.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        if (!CallTransport.TryOpen(http, Settings, _json ??= GetJson, out var format, out var response))
            return;

        await using var call = new ServerCall(http, Method, response);
        Status status;
        Metadata trailers;
        try
        {
            call.StartDeadline(Settings);
            LiftBodyLimits(http);
            IMessageReader requests = format == CallFormat.Json
                ? OpenJson(http)
                : CallTransport.OpenFramed(http, format, Settings.Received);
            await InvokeAsync(call, requests).ConfigureAwait(false);
            (status, trailers) = (call.Context.Status, call.Context.TrailersOrEmpty);
        }
        catch (Exception exception)
        {
            (status, trailers) = CallFailure.StatusOf(call, exception, Settings);
        }

        await call.EndAsync(status, trailers).ConfigureAwait(false);
    }

    /// <summary>Reads requests, runs the handler and writes responses; the caller adds the status.</summary>
    protected abstract Task InvokeAsync(ServerCall call, IMessageReader requests);

    /// <summary>How this method's messages are written as JSON.</summary>
    protected virtual JsonCodec GetJson() => JsonCodec.ErrorsOnly;

    /// <summary>The requests of a JSON call.</summary>
    /// <exception cref="RpcException">UNIMPLEMENTED: the method streams.</exception>
    protected virtual IMessageReader OpenJson(HttpContext http) =>
        throw new RpcException(new Status(
            StatusCode.Unimplemented, $"{Method.FullName} streams; JSON is for unary methods only."));

    /// <summary>The limits per message stand in for Kestrel's per body, which would end long streams.</summary>
    private void LiftBodyLimits(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        if (Method.Type is MethodType.ClientStreaming or MethodType.DuplexStreaming
            && http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
    }
}
