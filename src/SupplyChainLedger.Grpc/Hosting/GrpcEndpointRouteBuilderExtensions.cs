using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SupplyChainLedger.Grpc.Hosting;

/// <summary>Maps gRPC services to endpoints.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the methods of a service to <c>POST /service/method</c>, for gRPC, gRPC-Web and, where unary, JSON. The
    /// service comes from dependency injection in the lifetime that it is registered with, or is made for each call.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// <c>AddGrpc</c> was not called, or the type derives from no generated base class.
    /// </exception>
    public static IEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        var server = builder.ServiceProvider.GetService<GrpcServer>()
            ?? throw new InvalidOperationException("Call services.AddGrpc() before mapping a gRPC service.");
        var binder = new ServiceMethodBinder<TService>(server.Interceptors, server.Settings);
        GeneratedBinding.Bind<TService>(binder);

        var endpoints = new List<IEndpointConventionBuilder>();
        foreach (var (handler, metadata) in binder.Methods)
        {
            RequestDelegate handle = handler.HandleAsync;
            var endpoint = builder.Map(handler.Method.FullName, handle);
            endpoint.WithDisplayName($"gRPC {handler.Method.FullName}");
            endpoint.WithMetadata([.. metadata, handler.Method]);
            endpoints.Add(endpoint);
            server.AddService(handler.Method.ServiceName);
        }

        return new CompositeConventionBuilder(endpoints);
    }

    private sealed class CompositeConventionBuilder(IReadOnlyList<IEndpointConventionBuilder> builders)
        : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention)
        {
            foreach (var builder in builders)
                builder.Add(convention);
        }

        public void Finally(Action<EndpointBuilder> finalConvention)
        {
            foreach (var builder in builders)
                builder.Finally(finalConvention);
        }
    }
}
