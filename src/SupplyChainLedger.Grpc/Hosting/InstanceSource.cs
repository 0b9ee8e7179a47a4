using Microsoft.Extensions.DependencyInjection;

namespace SupplyChainLedger.Grpc.Hosting;

/// <summary>Finds or makes the instance that serves one call.</summary>
internal sealed class InstanceSource<T>(Type type, object[] arguments)
    where T : class
{
    private readonly Lazy<ObjectFactory> _factory =
        new(() => ActivatorUtilities.CreateFactory(type, [.. arguments.Select(argument => argument.GetType())]));

    public Instance<T> Get(IServiceProvider services) =>
        services.GetService(type) is T registered
            ? new Instance<T>(registered, IsOwned: false)
            : new Instance<T>((T)_factory.Value(services, arguments), IsOwned: true);
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
