using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Devnet;

/// <summary>Saves the development chain a moment after it has moved, and starts it again when it has died.</summary>
internal sealed partial class DevnetWatch(DevnetChain devnet, TimeProvider time, ILogger<DevnetWatch> log)
    : BackgroundService
{
    // Saving costs time in proportion to what the chain holds; no more than a hundredth of it may go there.
    private const int SavingShare = 100;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (await PauseAsync(pause, stoppingToken))
        {
            if (devnet.Died.IsCompleted) await RestartAsync(stoppingToken);
            pause = await SaveAsync(stoppingToken);
        }
    }

    private async Task<TimeSpan> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            var needed = await devnet.SaveAsync(cancellation) * SavingShare;
            return needed > ShortestPause ? needed.Value : ShortestPause;
        }
        catch (Exception fault) when (fault is JsonRpcException or IOException or UnauthorizedAccessException)
        {
            LogNotSaved(fault.Message);
            return ShortestPause;
        }
    }

    private async Task RestartAsync(CancellationToken cancellation)
    {
        LogDied();
        for (var backoff = FirstBackoff; ; backoff = Min(backoff * 2, LongestBackoff))
        {
            try
            {
                await devnet.RestartAsync(cancellation);
                LogRestarted();
                return;
            }
            catch (Exception fault) when (fault is StartupFault or JsonRpcException or IOException)
            {
                LogNotRestarted(backoff, fault.Message);
                if (!await PauseAsync(backoff, cancellation)) return;
            }
        }
    }

    /// <summary>Waits, but not when the chain dies meanwhile.</summary>
    private async Task<bool> PauseAsync(TimeSpan length, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(length, time);
        try
        {
            var tick = timer.WaitForNextTickAsync(cancellation).AsTask();
            var died = devnet.Died;
            await (died.IsCompleted ? tick : await Task.WhenAny(tick, died));
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    [LoggerMessage(LogLevel.Warning, "The development chain has died; it is started again as it was last saved.")]
    private partial void LogDied();

    [LoggerMessage(LogLevel.Information, "The development chain runs again.")]
    private partial void LogRestarted();

    [LoggerMessage(LogLevel.Error, "The development chain does not start; next try in {Backoff}: {Reason}")]
    private partial void LogNotRestarted(TimeSpan backoff, string reason);

    [LoggerMessage(LogLevel.Error, "The development chain could not be saved: {Reason}")]
    private partial void LogNotSaved(string reason);
}
