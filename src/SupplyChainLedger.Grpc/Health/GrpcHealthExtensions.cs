using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupplyChainLedger.Grpc.Hosting;

namespace SupplyChainLedger.Grpc.Health;

/// <summary>Registers and maps the health service.</summary>
public static class GrpcHealthExtensions
{
    /// <summary>Registers the health service and its <see cref="HealthStatusStore"/>.</summary>
    public static IServiceCollection AddGrpcHealth(this IServiceCollection services)
    {
        services.TryAddSingleton<HealthStatusStore>();
        services.TryAddSingleton<HealthService>();
        return services;
    }

    /// <summary>Maps <c>grpc.health.v1.Health</c>.</summary>
    public static IEndpointConventionBuilder MapGrpcHealthService(this IEndpointRouteBuilder builder) =>
        builder.MapGrpcService<HealthService>();
}
