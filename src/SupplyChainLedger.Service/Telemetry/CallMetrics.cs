using System.Diagnostics;
using System.Diagnostics.Metrics;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace SupplyChainLedger.Service.Telemetry;

/// <summary>How long calls take until they are answered, by method and status. The outermost interceptor.</summary>
internal sealed class CallMetrics : Interceptor
{
    private readonly Histogram<double> _durations;
    private readonly UpDownCounter<int> _underWay;
    private readonly TimeProvider _time;

    public CallMetrics(Meter meter, TimeProvider time)
    {
        _time = time;
        _durations = meter.CreateHistogram(
            $"{ServiceMeter.Prefix}grpc.call.duration",
            "s",
            "How long calls take, by method and status; a stream lasts as long as its reader stays.",
            tags: null,
            ServiceMeter.Durations);
        _underWay = meter.CreateUpDownCounter<int>(
            $"{ServiceMeter.Prefix}grpc.calls.active", "{call}", "Calls under way, by method.");
    }

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        TResponse? response = null;
        await MeasureAsync(context, async () => response = await continuation(request, context));
        return response!;
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        MeasureAsync(context, () => continuation(request, responseStream, context));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        MeasureAsync(context, () => continuation(requestStream, responseStream, context));

    private async Task MeasureAsync(ServerCallContext context, Func<Task> call)
    {
        var began = _time.GetTimestamp();
        var method = new KeyValuePair<string, object?>("method", context.Method.TrimStart('/'));
        _underWay.Add(1, method);
        var status = nameof(StatusCode.OK);
        try
        {
            await call();
        }
        catch (Exception fault)
        {
            status = StatusOf(fault, context).ToString();
            throw;
        }
        finally
        {
            _underWay.Add(-1, method);
            _durations.Record(
                _time.GetElapsedTime(began).TotalSeconds, new TagList { method, { "status", status } });
        }
    }

    private StatusCode StatusOf(Exception fault, ServerCallContext context) => fault switch
    {
        RpcException refusal => refusal.StatusCode,
        OperationCanceledException when context.Deadline <= _time.GetUtcNow() => StatusCode.DeadlineExceeded,
        OperationCanceledException => StatusCode.Cancelled,
        _ => StatusCode.Unknown,
    };
}
