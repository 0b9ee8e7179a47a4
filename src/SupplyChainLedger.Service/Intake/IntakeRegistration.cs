using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Intake.Journal;
using SupplyChainLedger.Service.Intake.Outbox;
using SupplyChainLedger.Service.Intake.Progress;
using SupplyChainLedger.Service.Intake.Settlement;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Intake;

/// <summary>Registers what accepts intents and brings them to their end.</summary>
internal static class IntakeRegistration
{
    /// <summary>
    /// Adds <see cref="IntentIntake"/>, <see cref="IntentProgress"/>, <see cref="IntentLog"/> and what runs behind
    /// them.
    /// Needs <see cref="LedgerNetwork"/>, <see cref="DataFolder"/>, <see cref="IIntakeView"/>, <c>IChainClient</c>,
    /// <see cref="TimeProvider"/>, the service's <c>Meter</c> and <c>ServiceTracing</c> and what <c>AddIndexing</c>
    /// adds.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">What the operator has decided.</param>
    public static IServiceCollection AddIntake(this IServiceCollection services, IntakeOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(provider =>
        {
            var network = provider.GetRequiredService<LedgerNetwork>();
            return OutboxDatabase.Open(
                provider.GetRequiredService<DataFolder>().Outbox, network.ChainId, network.Ledger);
        });
        services.AddSingleton(provider =>
        {
            var network = provider.GetRequiredService<LedgerNetwork>();
            return LedgerDomain.Of(network.ChainId, network.Ledger);
        });
        services.AddSingleton<OutboxChanges>();
        services.AddSingleton<TaskScheduler, OutboxThread>();
        services.AddSingleton<OutboxWriter>();
        services.AddSingleton<DeadlineRule>();
        services.AddSingleton<PartyRules>();
        services.AddSingleton<InvoiceRules>();
        services.AddSingleton<CancellationRules>();
        services.AddSingleton<IntentIntake>();
        services.AddSingleton<IntentProgress>();
        services.AddSingleton<IntentLog>();
        services.AddSingleton<OutcomeJudge>();
        services.AddSingleton<IntentSettlement>();
        services.AddSingleton<RefusalMetrics>();
        services.AddSingleton<IObservedMetrics, IntentMetrics>();
        services.AddSingleton<IntentTraces>();
        services.AddHostedService(static provider => provider.GetRequiredService<IntentTraces>());
        services.AddHostedService<IntentJournal>();
        services.AddHostedService<ChainTie>();
        services.AddHostedService<SettlementService>();
        return services;
    }
}
