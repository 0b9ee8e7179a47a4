using SupplyChainLedger.Service.Relay.Batches;
using SupplyChainLedger.Service.Relay.Dispatches;
using SupplyChainLedger.Service.Relay.Fees;

namespace SupplyChainLedger.Service.Relay;

/// <summary>Registers what carries intents to the chain.</summary>
internal static class RelayRegistration
{
    /// <summary>
    /// Adds the relay. Needs <see cref="RelayAccount"/>, <c>LedgerNetwork</c>, <c>IChainClient</c>, <c>Readiness</c>,
    /// <see cref="TimeProvider"/>, the service's <c>Meter</c> and <c>ServiceTracing</c> and what <c>AddIndexing</c> and
    /// <c>AddIntake</c> add.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">What the operator has decided.</param>
    public static IServiceCollection AddRelay(this IServiceCollection services, RelayOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<RelayMetrics>();
        services.AddSingleton<RelayTraces>();
        services.AddSingleton<FeePolicy>();
        services.AddSingleton<GasBudget>();
        services.AddSingleton<Suspicions>();
        services.AddSingleton<BatchTrust>();
        services.AddSingleton<BatchSimulation>();
        services.AddSingleton<WaitingLines>();
        services.AddSingleton<BatchPlanner>();
        services.AddSingleton<TransactionFactory>();
        services.AddSingleton<Broadcaster>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<DispatchFollower>();
        services.AddSingleton<OutboxAge>();
        services.AddSingleton<RelayRound>();
        services.AddSingleton<RelayWake>();
        services.AddSingleton<ObstacleReport>();
        services.AddHostedService(static provider => provider.GetRequiredService<OutboxAge>());
        services.AddHostedService<RelayService>();
        return services;
    }
}
