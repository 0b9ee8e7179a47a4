using SupplyChainLedger.Service.Indexing.Storage;
using SupplyChainLedger.Service.Intake;
using SupplyChainLedger.Service.Queries.Events;
using SupplyChainLedger.Service.Queries.Paging;

namespace SupplyChainLedger.Service.Queries;

/// <summary>Registers what answers from the index.</summary>
internal static class QueriesRegistration
{
    /// <summary>
    /// Adds <see cref="IIndexReader"/>, <see cref="IEventFeed"/>, <see cref="PageTokens"/> and
    /// <see cref="IIntakeView"/>. Needs what <c>AddIndexing</c> adds.
    /// </summary>
    public static IServiceCollection AddQueries(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PageTokens(provider.GetRequiredService<IndexDatabase>().PageKey));
        services.AddSingleton<IIndexReader, IndexReader>();
        services.AddSingleton<IEventFeed, EventFeed>();
        services.AddSingleton<IIntakeView, IntakeView>();
        return services;
    }
}
