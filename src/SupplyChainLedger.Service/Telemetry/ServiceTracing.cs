using System.Diagnostics;

namespace SupplyChainLedger.Service.Telemetry;

/// <summary>
/// What all spans of the service are made with. A type of its own, since the web server takes whatever
/// <see cref="ActivitySource"/> it finds among the services for its own.
/// </summary>
internal sealed class ServiceTracing(string name = ServiceMeter.Name) : IDisposable
{
    /// <summary>The source.</summary>
    public ActivitySource Source { get; } = new(name);

    public void Dispose() => Source.Dispose();
}
