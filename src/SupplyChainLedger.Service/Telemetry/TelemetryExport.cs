using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Telemetry.Prometheus;

namespace SupplyChainLedger.Service.Telemetry;

/// <summary>Hands the metrics to the page, and to a collector where there is one.</summary>
internal sealed class TelemetryExport(
    TelemetryOptions options, PrometheusPage page, IEnumerable<IObservedMetrics> observed) : IHostedService, IDisposable
{
    // Made by being asked for, and kept.
    private readonly IObservedMetrics[] _observed = [.. observed];

    // What .NET and Kestrel tell of themselves.
    private const string RuntimeMeter = "System.Runtime";
    private const string ServerMeter = "Microsoft.AspNetCore.Server.Kestrel";

    private MeterProvider? _meters;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateDefault().AddService(
                "supplychainledger", serviceVersion: ServiceVersion.Text))
            .AddMeter(ServiceMeter.Name, RuntimeMeter, ServerMeter)
            .AddReader(page.Reader);
        if (options.OtlpEndpoint is { } collector)
        {
            builder.AddOtlpExporter(export =>
            {
                export.Protocol = OtlpExportProtocol.HttpProtobuf;
                export.Endpoint = new Uri(collector, "/v1/metrics");
            });
        }

        _meters = builder.Build();
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
        _meters?.Dispose();
        _meters = null;
    }
}
