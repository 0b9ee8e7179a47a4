using Grpc.Reflection.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SupplyChainLedger.Grpc.Hosting;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace SupplyChainLedger.Grpc.Reflection;

/// <summary>Registers and maps the reflection service.</summary>
public static class GrpcReflectionExtensions
{
    /// <summary>Registers the reflection service over the services to describe; it describes itself too.</summary>
    public static IServiceCollection AddGrpcReflection(
        this IServiceCollection services, params ServiceDescriptor[] describedServices) =>
        services.AddSingleton(new ReflectionService(
            new DescriptorIndex([.. describedServices, ServerReflection.Descriptor])));

    /// <summary>Maps <c>grpc.reflection.v1.ServerReflection</c>.</summary>
    public static IEndpointConventionBuilder MapGrpcReflectionService(this IEndpointRouteBuilder builder) =>
        builder.MapGrpcService<ReflectionService>();
}
