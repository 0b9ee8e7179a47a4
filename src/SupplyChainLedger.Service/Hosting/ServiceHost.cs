using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using SupplyChainLedger.Service.Devnet;
using SupplyChainLedger.Service.Relay;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Hosting;

/// <summary>The web host: nothing but what this service needs of it.</summary>
internal static class ServiceHost
{
    // With what the development chain needs to be saved and ended, the whole stays under five seconds.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    /// <summary>A builder with endpoints, log and all that the parts take by constructor.</summary>
    public static WebApplicationBuilder CreateBuilder(Foundation foundation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseEndpoints(foundation.Settings.Endpoints);
        var starting = new StartPhase();
        builder.Logging.AddHostLogging(foundation.Settings.Logging, starting);
        builder.Services
            .Configure<HostOptions>(static host => host.ShutdownTimeout = StopLimit)
            .AddRouting()
            .AddSingleton<IHostLifetime, ServiceLifetime>()
            .AddSingleton(starting)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<Readiness>()
            .AddSingleton<CallsUnderWay>()
            .AddHostedService<GrpcHealth>()
            .AddSingleton(foundation.Meter)
            .AddSingleton(static _ => new ServiceTracing())
            .AddSingleton(foundation.Data)
            .AddSingleton(new RelayAccount(foundation.RelayKey))
            .AddSingleton(foundation.Network)
            .AddSingleton(foundation.FingerprintKey)
            .AddSingleton(foundation.Chain);
        if (foundation.Devnet is { } devnet)
            builder.Services.AddSingleton(devnet).AddHostedService<DevnetWatch>();
        return builder;
    }

    /// <summary>Where the started host listens: gRPC first, the web second, metrics third where they have their own.
    /// </summary>
    public static IReadOnlyList<string> AddressesOf(WebApplication app) =>
    [
        .. app.Services.GetRequiredService<IServer>().Features
            .GetRequiredFeature<IServerAddressesFeature>().Addresses,
    ];
}
