using System.Diagnostics.Metrics;
using SupplyChainLedger.Service.Telemetry.Prometheus;

namespace SupplyChainLedger.Service.Telemetry;

/// <summary>Registers what takes the service's figures outside.</summary>
internal static class TelemetryRegistration
{
    private const string Path = "/metrics";

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

    /// <summary>Serves <c>/metrics</c>, the page that Prometheus asks for.</summary>
    /// <param name="app">Where.</param>
    /// <param name="hasOwnEndpoint">Whether it has an endpoint of its own, where nothing else is served.</param>
    public static void MapMetrics(this WebApplication app, bool hasOwnEndpoint)
    {
        if (hasOwnEndpoint) app.Use(Separate);
        app.MapGet(Path, static (PrometheusPage page) => Results.Text(page.Write(), PrometheusText.MediaType));
    }

    private static Task Separate(HttpContext http, RequestDelegate next)
    {
        var isForMetrics = http.Features.Get<MetricsConnection>() is not null;
        if (isForMetrics == http.Request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase)) return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
