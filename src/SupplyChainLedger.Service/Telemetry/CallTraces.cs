using System.Diagnostics;
using Grpc.Core;
using SupplyChainLedger.Service.Api;

namespace SupplyChainLedger.Service.Telemetry;

/// <summary>
/// One span for each call, in the caller's own trace where the caller names one
/// (https://www.w3.org/TR/trace-context/).
/// </summary>
internal sealed class CallTraces(ServiceTracing tracing) : CallInterceptor
{
    private const string ParentHeader = "traceparent";
    private const string StateHeader = "tracestate";

    private readonly ActivitySource _source = tracing.Source;

    protected override async Task AroundAsync(ServerCallContext context, Func<Task> call)
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
