using System.Diagnostics;
using System.Diagnostics.Metrics;
using SupplyChainLedger.Ethereum.JsonRpc;

namespace SupplyChainLedger.Service.Telemetry;

/// <summary>How the requests to the chain's node go.</summary>
internal sealed class NodeMetrics : IJsonRpcObserver
{
    private readonly Histogram<double> _durations;
    private readonly Counter<long> _errors;

    public NodeMetrics(Meter meter)
    {
        _durations = meter.CreateHistogram(
            $"{ServiceMeter.Prefix}node.request.duration",
            "s",
            "How long requests to the node take, by method.",
            tags: null,
            ServiceMeter.Durations);
        _errors = meter.CreateCounter<long>(
            $"{ServiceMeter.Prefix}node.request.errors",
            "{request}",
            "Requests to the node without a result, by method and kind of failure.");
    }

    public void Ended(string method, TimeSpan duration, Exception? fault)
    {
        _durations.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("method", method));
        if (fault is not null) _errors.Add(1, new TagList { { "method", method }, { "kind", KindOf(fault) } });
    }

    private static string KindOf(Exception fault) => fault switch
    {
        JsonRpcTimeoutException => "timeout",
        JsonRpcUnavailableException => "unavailable",
        JsonRpcThrottledException => "throttled",
        JsonRpcHttpException => "http_status",
        ExecutionRevertedException => "reverted",
        JsonRpcErrorException => "refused",
        OperationCanceledException => "cancelled",
        _ => "invalid_answer",
    };
}
