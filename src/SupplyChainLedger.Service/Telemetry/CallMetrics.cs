using System.Diagnostics;
using System.Diagnostics.Metrics;
using Grpc.Core;
using SupplyChainLedger.Service.Api;

namespace SupplyChainLedger.Service.Telemetry;

/// <summary>How long calls take until they are answered, by method and status. The outermost interceptor.</summary>
internal sealed class CallMetrics : CallInterceptor
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

    protected override async Task AroundAsync(ServerCallContext context, Func<Task> call)
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
