using Microsoft.Extensions.Hosting;

namespace SupplyChainLedger.Service.Tests.Relay.Support;

/// <summary>Notes whether the service was told to stop.</summary>
internal sealed class ScriptedLifetime : IHostApplicationLifetime
{
    public bool IsStopped { get; private set; }

    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication() => IsStopped = true;
}
