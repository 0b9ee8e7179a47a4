using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Intake.Settlement;
using SupplyChainLedger.Service.Relay;

namespace SupplyChainLedger.Service.Tests.Relay.Support;

/// <summary>One life of the service's own registrations over what a workbench provides.</summary>
internal sealed class Wiring : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Wiring(Workbench bench)
    {
        var services = new ServiceCollection();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<IHostApplicationLifetime>(Lifetime);
        services.AddSingleton<TimeProvider>(bench.Clock);
        services.AddSingleton(bench.Meter);
        services.AddSingleton(bench.Tracing);
        services.AddSingleton(Workbench.Network);
        services.AddSingleton<Readiness>();
        services.AddSingleton<IChainClient>(bench.Chain);
        services.AddSingleton<IIndexProgress>(bench.Index);
        services.AddSingleton<IIntentOutcomes>(bench.Index);
        services.AddSingleton<IIndexNudge>(bench.Index);
        services.AddSingleton<IIntakeView>(bench.Register);
        services.AddSingleton(bench.Account);
        services.AddIntake(bench.IntakeOptions);
        services.AddRelay(bench.RelayOptions);
        services.AddSingleton(OutboxDatabase.Open(
            bench.OutboxPath, Workbench.Network.ChainId, Workbench.Network.Ledger));
        _services = services.BuildServiceProvider();
    }

    public ScriptedLifetime Lifetime { get; } = new();

    public IntentSettlement Settlement => Get<IntentSettlement>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        // The provider does not own the instance that it was given.
        var outbox = Get<OutboxDatabase>();
        await _services.DisposeAsync();
        outbox.Dispose();
    }
}
