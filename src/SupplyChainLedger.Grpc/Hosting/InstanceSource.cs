using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SupplyChainLedger.Grpc.Hosting;

/// <summary>Finds or makes the instance that serves one call.</summary>
internal sealed class InstanceSource<T>(Type type, object[] arguments)
    where T : class
{
    private readonly Lazy<ObjectFactory> _factory =
        new(() => ActivatorUtilities.CreateFactory(type, [.. arguments.Select(argument => argument.GetType())]));

    private T? _shared;

    public Instance<T> Get(HttpContext http)
    {
        if (_shared is { } shared)
            return new Instance<T>(shared, IsOwned: false);

        var services = http.RequestServices;
        if (services.GetService(type) is not T registered)
            return new Instance<T>((T)_factory.Value(services, arguments), IsOwned: true);

        // To look a singleton up again would cost each call a scope of services.
        if (services.GetRequiredService<SingletonTypes>().Contains(type))
            _shared = registered;
        return new Instance<T>(registered, IsOwned: false);
    }
}

/// <summary>The services of which there is one instance, whatever the scope.</summary>
internal sealed class SingletonTypes(IServiceCollection services)
{
    public bool Contains(Type type) =>
        services.LastOrDefault(service => service.ServiceType == type && !service.IsKeyedService)?.Lifetime
            == ServiceLifetime.Singleton;
}

/// <summary>An instance for one call; one that was made for the call is disposed with it.</summary>
internal readonly record struct Instance<T>(T Value, bool IsOwned) : IAsyncDisposable
    where T : class
{
    public ValueTask DisposeAsync()
    {
        if (!IsOwned)
            return ValueTask.CompletedTask;
        if (Value is IAsyncDisposable asyncDisposable)
            return asyncDisposable.DisposeAsync();
        (Value as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }
}
