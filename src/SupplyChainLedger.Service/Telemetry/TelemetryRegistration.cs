using System.Diagnostics.Metrics;
using SupplyChainLedger.Service.Telemetry.Prometheus;

namespace SupplyChainLedger.Service.Telemetry;

/// <summary>Registers what takes the service's figures outside.</summary>
internal static class TelemetryRegistration
{
    /// <summary>Adds the page of metrics and the export. Needs the <see cref="Meter"/> of the service.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">Where it goes.</param>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<PrometheusPage>();
        services.AddHostedService<TelemetryExport>();
        return services;
    }

    /// <summary>Maps <c>/metrics</c>, the page that Prometheus asks for.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        "/metrics", static (PrometheusPage page) => Results.Text(page.Write(), PrometheusText.MediaType));
}
