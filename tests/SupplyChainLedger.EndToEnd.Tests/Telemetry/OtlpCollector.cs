using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SupplyChainLedger.EndToEnd.Tests.Telemetry.Otlp;

namespace SupplyChainLedger.EndToEnd.Tests.Telemetry;

/// <summary>Takes traces and metrics by OTLP over HTTP, and keeps them.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> _bodies = [];
    private readonly ConcurrentQueue<Span> _spans = [];
    private readonly ConcurrentDictionary<string, bool> _metrics = [];
    private readonly WebApplication _server;

    private OtlpCollector()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(TakeAsync);
    }

    /// <summary>Where it listens.</summary>
    public string Endpoint => _server.Services.GetRequiredService<IServer>().Features
        .GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();

    /// <summary>Every span that has come.</summary>
    public IReadOnlyCollection<Span> Spans => _spans;

    /// <summary>Names of the metrics that have come.</summary>
    public IEnumerable<string> Metrics => _metrics.Keys;

    /// <summary>All that has come, byte by byte.</summary>
    public string Everything => string.Concat(_bodies.Select(Encoding.Latin1.GetString));

    /// <summary>Listens on a free port.</summary>
    public static async Task<OtlpCollector> StartAsync(CancellationToken cancellation)
    {
        var collector = new OtlpCollector();
        await collector._server.StartAsync(cancellation);
        return collector;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var bytes = body.ToArray();
        _bodies.Enqueue(bytes);
        if (context.Request.Path == "/v1/traces")
        {
            var spans = TraceExport.Parser.ParseFrom(bytes).ResourceSpans
                .SelectMany(static one => one.ScopeSpans).SelectMany(static one => one.Spans);
            foreach (var span in spans) _spans.Enqueue(span);
        }
        else if (context.Request.Path == "/v1/metrics")
        {
            var metrics = MetricsExport.Parser.ParseFrom(bytes).ResourceMetrics
                .SelectMany(static one => one.ScopeMetrics).SelectMany(static one => one.Metrics);
            foreach (var metric in metrics) _metrics[metric.Name] = true;
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
