using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Relay;

/// <summary>
/// Tells what holds the relay up: the readiness at once, the log only when it lasts. A start, a restart of the node
/// and a reorganisation all hold it up for a moment, and pass.
/// </summary>
internal sealed class ObstacleReport(
    Readiness readiness, RelayOptions options, TimeProvider time, ILogger<ObstacleReport> logger)
{
    private long? _since;
    private string? _logged;

    /// <summary>Takes what the newest round has found; null when nothing is in the way.</summary>
    public void Report(string? obstacle)
    {
        readiness.Report(ServicePart.Relay, obstacle);
        if (obstacle is null)
        {
            if (_logged is not null) logger.GoesOn();
            (_since, _logged) = (null, null);
            return;
        }

        _since ??= time.GetTimestamp();
        if (obstacle == _logged || time.GetElapsedTime(_since.Value) < options.CheckInterval) return;
        logger.HeldUp(obstacle);
        _logged = obstacle;
    }
}
