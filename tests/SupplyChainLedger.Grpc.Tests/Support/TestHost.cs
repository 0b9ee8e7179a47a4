using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupplyChainLedger.Grpc.Client;
using SupplyChainLedger.Grpc.Hosting;

namespace SupplyChainLedger.Grpc.Tests.Support;

/// <summary>A real Kestrel on free ports of the loopback: one for HTTP/2, one for HTTP/1.1.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    /// <summary>A header of every response that names the connection it came over.</summary>
    public const string ConnectionHeader = "x-connection";

    private readonly WebApplication _application;

    private TestHost(WebApplication application, RecordedLogs logs)
    {
        _application = application;
        Logs = logs;
        var addresses = application.Services.GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        Http2 = new Uri(addresses.First());
        Http1 = new Uri(addresses.Last());
    }

    public Uri Http2 { get; }

    public Uri Http1 { get; }

    public RecordedLogs Logs { get; }

    public IServiceProvider Services => _application.Services;

    public static async Task<TestHost> StartAsync(
        Action<WebApplication> map,
        Action<GrpcServiceOptions>? configure = null,
        Action<IServiceCollection>? register = null)
    {
        var logs = new RecordedLogs();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddGrpc(configure ?? (_ => { }));
        register?.Invoke(builder.Services);
        var application = builder.Build();
        application.Use((http, next) =>
        {
            http.Response.Headers[ConnectionHeader] = http.Connection.Id;
            return next(http);
        });
        map(application);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new TestHost(application, logs);
    }

    /// <summary>Starts a host of one instance of a service.</summary>
    public static Task<TestHost> StartAsync<TService>(TService service, Action<GrpcServiceOptions>? configure = null)
        where TService : class =>
        StartAsync(
            app => app.MapGrpcService<TService>(), configure, services => services.AddSingleton(service));

    public GrpcChannel OpenChannel(GrpcChannelOptions? options = null) => GrpcChannel.ForAddress(Http2, options);

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
