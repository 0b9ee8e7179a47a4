using System.Runtime.CompilerServices;
using System.Threading.Channels;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace SupplyChainLedger.Grpc.Health;

/// <summary>
/// The health of the server, under the empty name, and of its services, under their full names. The server is
/// NOT_SERVING until told otherwise.
/// </summary>
public sealed class HealthStatusStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ServingStatus> _services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ChannelWriter<ServingStatus>>> _watchers = new(StringComparer.Ordinal);

    /// <summary>Makes a store in which the server is starting.</summary>
    public HealthStatusStore() => Set("", ServingStatus.NotServing);

    /// <summary>Sets the health of a service and tells those who watch it.</summary>
    /// <param name="service">The full name of the service; empty for the server as a whole.</param>
    /// <param name="status">The status.</param>
    public void Set(string service, ServingStatus status)
    {
        lock (_lock)
        {
            _services[service] = status;
            foreach (var watcher in _watchers.GetValueOrDefault(service, []))
                watcher.TryWrite(status);
        }
    }

    /// <summary>The status of a service, or null when none was set.</summary>
    internal ServingStatus? Get(string service)
    {
        lock (_lock)
            return _services.TryGetValue(service, out var status) ? status : null;
    }

    /// <summary>The status now and after each change, without what was overtaken before it was read.</summary>
    internal async IAsyncEnumerable<ServingStatus> WatchAsync(
        string service,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = Channel.CreateBounded<ServingStatus>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        Subscribe(service, changes.Writer);
        try
        {
            ServingStatus? last = null;
            await foreach (var status in changes.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                if (status != last)
                    yield return status;
                last = status;
            }
        }
        finally
        {
            Unsubscribe(service, changes.Writer);
        }
    }

    private void Subscribe(string service, ChannelWriter<ServingStatus> watcher)
    {
        lock (_lock)
        {
            if (!_watchers.TryGetValue(service, out var watchers))
                _watchers[service] = watchers = [];
            watchers.Add(watcher);
            watcher.TryWrite(
                _services.TryGetValue(service, out var status) ? status : ServingStatus.ServiceUnknown);
        }
    }

    private void Unsubscribe(string service, ChannelWriter<ServingStatus> watcher)
    {
        lock (_lock)
        {
            var watchers = _watchers[service];
            watchers.Remove(watcher);
            if (watchers.Count == 0)
                _watchers.Remove(service);
        }
    }
}
