using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupplyChainLedger.Grpc.Hosting;

namespace SupplyChainLedger.Client.Testing;

/// <summary>A ledger in memory behind the real transport, on a free port.</summary>
public sealed class RunningLedger : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningLedger(WebApplication app, MemoryLedger ledger, Uri address)
    {
        _app = app;
        Ledger = ledger;
        Address = address;
    }

    /// <summary>What it serves.</summary>
    public MemoryLedger Ledger { get; }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>Starts one.</summary>
    public static async Task<RunningLedger> StartAsync(CancellationToken cancellation)
    {
        var ledger = new MemoryLedger();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(ledger);
        var app = builder.Build();
        app.MapGrpcService<InvoiceApi>();
        app.MapGrpcService<ReceivableApi>();
        app.MapGrpcService<FinancingApi>();
        app.MapGrpcService<SettlementApi>();
        app.MapGrpcService<DisputeApi>();
        app.MapGrpcService<RuleBookApi>();
        app.MapGrpcService<ParticipantApi>();
        app.MapGrpcService<IntentApi>();
        app.MapGrpcService<EventApi>();
        app.MapGrpcService<StatusApi>();
        await app.StartAsync(cancellation);
        var features = app.Services.GetRequiredService<IServer>().Features;
        var addresses = features.Get<IServerAddressesFeature>()!.Addresses;
        return new RunningLedger(app, ledger, new Uri(addresses.Single()));
    }

    /// <summary>A client of it.</summary>
    public LedgerClient Connect(LedgerClientOptions? options = null) => LedgerClient.Connect(Address, options);

    /// <summary>Stops it at once.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
