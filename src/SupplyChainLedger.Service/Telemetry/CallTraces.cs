using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace SupplyChainLedger.Service.Telemetry;

/// <summary>
/// One span for each call, in the caller's own trace where the caller names one
/// (https://www.w3.org/TR/trace-context/).
/// </summary>
internal sealed class CallTraces(ServiceTracing tracing) : Interceptor
{
    private const string ParentHeader = "traceparent";
    private const string StateHeader = "tracestate";

    private readonly ActivitySource _source = tracing.Source;

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (!_source.HasListeners()) return await continuation(request, context);
        TResponse? response = null;
        await TraceAsync(context, async () => response = await continuation(request, context));
        return response!;
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        TraceAsync(context, () => continuation(request, responseStream, context));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        TraceAsync(context, () => continuation(requestStream, responseStream, context));

    private async Task TraceAsync(ServerCallContext context, Func<Task> call)
    {
        using var span = Begin(context);
        try
        {
            await call();
        }
        catch (Exception fault)
        {
            span?.SetStatus(ActivityStatusCode.Error, (fault as RpcException)?.StatusCode.ToString());
            throw;
        }
    }

    private Activity? Begin(ServerCallContext context)
    {
        if (!_source.HasListeners()) return null;

        // The web server's own activity is exported by nobody, and would be a parent that is missing.
        Activity.Current = null;
        ActivityContext.TryParse(
            context.RequestHeaders.GetValue(ParentHeader),
            context.RequestHeaders.GetValue(StateHeader),
            isRemote: true,
            out var parent);
        var method = context.Method.TrimStart('/');
        var span = _source.StartActivity(method, ActivityKind.Server, parent);
        span?.SetTag("rpc.system", "grpc");
        span?.SetTag("rpc.method", method);
        return span;
    }
}
