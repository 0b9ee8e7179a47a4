using SupplyChainLedger.Contracts.Similarity;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing.Checking;
using SupplyChainLedger.Service.Indexing.Following;
using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Telemetry;

namespace SupplyChainLedger.Service.Indexing;

/// <summary>Registers what follows the chain.</summary>
internal static class IndexingRegistration
{
    /// <summary>
    /// Adds the indexer with <see cref="IIndexProgress"/>, <see cref="IIntentOutcomes"/> and <see cref="IIndexNudge"/>.
    /// Needs <see cref="LedgerNetwork"/>, <see cref="FingerprintKey"/>, <c>IChainClient</c>, <see cref="Readiness"/>
    /// and <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">How the index follows the chain.</param>
    public static IServiceCollection AddIndexing(this IServiceCollection services, IndexingOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(provider => IndexDatabase.Open(
            options.Path,
            provider.GetRequiredService<LedgerNetwork>(),
            provider.GetRequiredService<FingerprintKey>(),
            provider.GetRequiredService<ILogger<IndexDatabase>>(),
            options.MachineStart));
        services.AddSingleton<IndexWriter>();
        services.AddSingleton(provider => Progress(provider.GetRequiredService<IndexDatabase>()));
        services.AddSingleton<IIndexProgress>(provider => provider.GetRequiredService<IndexProgress>());
        services.AddSingleton<IIntentOutcomes, IntentOutcomes>();
        services.AddSingleton<IndexNudge>();
        services.AddSingleton<IIndexNudge>(provider => provider.GetRequiredService<IndexNudge>());
        services.AddSingleton<BlockSource>();
        services.AddSingleton<ChainFollower>();
        services.AddSingleton<RecordCheck>();
        services.AddSingleton<IndexCheck>();
        services.AddSingleton<IObservedMetrics, IndexMetrics>();
        services.AddHostedService<IndexInspection>();
        services.AddHostedService<Indexer>();
        return services;
    }

    private static IndexProgress Progress(IndexDatabase database)
    {
        using var reading = database.Read();
        return new IndexProgress(IndexState.Read(reading.Session, chainHead: 0, rollbacks: 0, database.IsComplete));
    }
}
