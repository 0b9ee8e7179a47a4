using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;

namespace SupplyChainLedger.Service.Devnet;

/// <summary>Saves the development chain when it pauses after it has moved, and starts it again when it has died.
/// </summary>
internal sealed partial class DevnetWatch(DevnetChain devnet, TimeProvider time, ILogger<DevnetWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(10);

    private readonly SavePauses _pauses = new(time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await PauseAsync(Interval, stoppingToken))
        {
            if (devnet.Died.IsCompleted) await RestartAsync(stoppingToken);
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            var head = await devnet.Anvil.Chain.GetBlockNumberAsync(cancellation);
            if (_pauses.IsDue(head)) await SaveAsync(cancellation);
        }
        catch (Exception fault) when (fault is JsonRpcException or IOException or UnauthorizedAccessException)
        {
            LogNotSaved(fault.Message);
        }
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var isTried = true;
        try
        {
            isTried = await devnet.SaveAsync(cancellation);
        }
        finally
        {
            if (isTried) _pauses.Tried(time.GetElapsedTime(began));
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
