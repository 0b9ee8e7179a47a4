using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Health;

/// <summary>Registers what sees that something is stuck or wrong.</summary>
internal static class HealthRegistration
{
    /// <summary>
    /// Adds the watches. Needs <see cref="Readiness"/>, <see cref="LedgerNetwork"/>, <see cref="IIndexProgress"/>,
    /// <c>IChainClient</c>, <see cref="TimeProvider"/> and what <c>AddIntake</c> adds.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">What the operator bears.</param>
    public static IServiceCollection AddHealth(this IServiceCollection services, HealthOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ChainWatch>();
        services.AddHostedService(static provider => provider.GetRequiredService<ChainWatch>());
        services.AddHostedService<NetworkWatch>();
        services.AddHostedService<OutboxWatch>();
        services.AddSingleton<IObservedMetrics, HealthMetrics>();
        return services;
    }
}
