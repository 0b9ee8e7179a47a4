using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SupplyChainLedger.Grpc.Hosting;

/// <summary>Registers the gRPC server.</summary>
public static class GrpcServiceCollectionExtensions
{
    /// <summary>Registers the gRPC server with default options.</summary>
    public static IServiceCollection AddGrpc(this IServiceCollection services) => services.AddGrpc(_ => { });

    /// <summary>Registers the gRPC server, whose clock is the registered <see cref="TimeProvider"/>, if any.</summary>
    public static IServiceCollection AddGrpc(
        this IServiceCollection services, Action<GrpcServiceOptions> configureOptions)
    {
        services.AddRouting();
        services.Configure(configureOptions);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new SingletonTypes(services));
        services.TryAddSingleton<GrpcServer>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, UnknownCalls>());
        services.ConfigureOptions<KestrelKeepAlive>();
        return services;
    }
}
