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
    public IMethod Method { get; } = method;

    protected CallSettings Settings { get; } = settings;

    /// <summary>Answers one request; it fails only when the connection does.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        if (!CallTransport.TryOpen(http, Settings, GetJson, out var format, out var response))
            return;

        await using var call = new ServerCall(http, Method, response);
        var (status, trailers) = await RunAsync(call, format).ConfigureAwait(false);
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

    private async Task<(Status Status, Metadata Trailers)> RunAsync(ServerCall call, CallFormat format)
    {
        try
        {
            call.StartDeadline(Settings);
            LiftBodyLimits(call.Http);
            var requests = format == CallFormat.Json
                ? OpenJson(call.Http)
                : CallTransport.OpenFramed(call.Http, format, Settings.Received);
            await InvokeAsync(call, requests).ConfigureAwait(false);
            return (call.Context.Status, call.Context.TrailersOrEmpty);
        }
        catch (Exception exception)
        {
            return CallFailure.StatusOf(call, exception, Settings);
        }
    }

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
