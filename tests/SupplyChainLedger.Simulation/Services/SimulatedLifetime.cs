using Microsoft.Extensions.Hosting;

namespace SupplyChainLedger.Simulation.Services;

/// <summary>Hears when a part wants the service to end.</summary>
internal sealed class SimulatedLifetime : IHostApplicationLifetime
{
    /// <summary>Why it ends when a part has asked for that.</summary>
    public const string ByItself = "stopped by itself";

    /// <summary>Raised with the reason.</summary>
    public event Action<string>? Stopped;

    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication() => Stopped?.Invoke(ByItself);
}
