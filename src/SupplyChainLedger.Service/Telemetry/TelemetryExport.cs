using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Telemetry.Prometheus;

namespace SupplyChainLedger.Service.Telemetry;

/// <summary>Hands the metrics to the page, and metrics and traces to a collector where there is one.</summary>
internal sealed class TelemetryExport(
    TelemetryOptions options, PrometheusPage page, IEnumerable<IObservedMetrics> observed) : IHostedService, IDisposable
{
    // What .NET and Kestrel tell of themselves.
    private const string RuntimeMeter = "System.Runtime";
    private const string ServerMeter = "Microsoft.AspNetCore.Server.Kestrel";

    // A thousand intents in a block have as many spans at once.
    private const int MaxQueuedSpans = 32_768;
    private const int MaxSpansAtOnce = 4096;
    private const int SpansIntervalMilliseconds = 1000;

    // Made by being asked for, and kept.
    private readonly IObservedMetrics[] _observed = [.. observed];
    private MeterProvider? _meters;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault()
            .AddService("supplychainledger", serviceVersion: ServiceVersion.Text);
        var meters = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(ServiceMeter.Name, RuntimeMeter, ServerMeter)
            .AddReader(page.Reader);
        if (options.OtlpEndpoint is { } collector)
        {
            meters.AddReader(new PeriodicExportingMetricReader(
                new OtlpMetricExporter(To(collector, "/v1/metrics")), (int)options.MetricsInterval.TotalMilliseconds));
            _traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(ServiceMeter.Name)
                .SetSampler(new ShareSampler(options.TraceShare))
                .AddProcessor(new BatchActivityExportProcessor(
                    new OtlpTraceExporter(To(collector, "/v1/traces")),
                    MaxQueuedSpans,
                    SpansIntervalMilliseconds,
                    maxExportBatchSize: MaxSpansAtOnce))
                .Build();
        }

        _meters = meters.Build();
        return Task.CompletedTask;
    }

    /// <summary>Sends what has not been sent.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _meters?.Dispose();
        (_traces, _meters) = (null, null);
    }

    private static OtlpExporterOptions To(Uri collector, string path) => new()
    {
        Protocol = OtlpExportProtocol.HttpProtobuf,
        Endpoint = new Uri(collector, path),
    };
}
