using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using SupplyChainLedger.Service.Hosting.Settings;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>The two endpoints, and what a single client may ask of them.</summary>
internal static class KestrelEndpoints
{
    private const int MaxHeaderBytes = 16 * 1024;
    private const int MaxHeaders = 64;
    private const int MaxRequestLineBytes = 4 * 1024;

    private static readonly TimeSpan HeadersLimit = TimeSpan.FromSeconds(10);

    /// <summary>Listens for gRPC, for the web and, where they have their own endpoint, for metrics, in this order.
    /// </summary>
    public static void UseEndpoints(this IWebHostBuilder host, EndpointSettings settings)
    {
        var certificate = ServerCertificate.Load(settings);
        host.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Limit(kestrel.Limits, settings);
            kestrel.Listen(settings.Grpc, listen => Serve(listen, HttpProtocols.Http2, certificate));
            kestrel.Listen(settings.Web, listen =>
                Serve(listen, certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2, certificate));
            if (settings.Metrics is { } metrics)
            {
                kestrel.Listen(metrics, listen =>
                {
                    listen.Use(static next => connection =>
                    {
                        connection.Features.Set(new MetricsConnection());
                        return next(connection);
                    });
                    Serve(listen, HttpProtocols.Http1, certificate);
                });
            }
        });
    }

    private static void Limit(KestrelServerLimits limits, EndpointSettings settings)
    {
        limits.MaxConcurrentConnections = settings.MaxConnections;
        limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        limits.MaxRequestHeaderCount = MaxHeaders;
        limits.MaxRequestLineSize = MaxRequestLineBytes;
        limits.RequestHeadersTimeout = HeadersLimit;
        limits.Http2.MaxStreamsPerConnection = settings.MaxStreamsPerConnection;
        limits.Http2.MaxRequestHeaderFieldSize = MaxHeaderBytes;
    }

    private static void Serve(ListenOptions listen, HttpProtocols protocols, ServerCertificate? certificate)
    {
        listen.Protocols = protocols;
        if (certificate is null) return;
        listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = certificate.Own,
            ServerCertificateChain = certificate.Chain,
        });
    }
}
