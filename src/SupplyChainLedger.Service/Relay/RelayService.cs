using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Following;

namespace SupplyChainLedger.Service.Relay;

/// <summary>Runs round after round for as long as the service lives.</summary>
internal sealed class RelayService(
    RelayRound round,
    RelayWake wake,
    IIndexProgress progress,
    ObstacleReport obstacles,
    Readiness readiness,
    RelayOptions options,
    TimeProvider time,
    ILogger<RelayService> logger) : BackgroundService
{
    private readonly Backoff _backoff = new(time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var clock = time.CreateTimer(
            static wake => ((RelayWake)wake!).Call(), wake, options.CheckInterval, options.CheckInterval);
        try
        {
            var blocks = CallForBlocksAsync(stoppingToken);
            while (!stoppingToken.IsCancellationRequested) await RunAsync(stoppingToken);
            await blocks;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            var result = readiness.ReasonOf(ServicePart.Network) is { } wrong
                ? new RoundResult(HasSent: false, Obstacles.WrongNode(wrong))
                : await round.RunAsync(stopping);
            _backoff.Reset();
            obstacles.Report(result.Obstacle);
            if (result.HasSent) return;
            await wake.WaitAsync(stopping);
            await GatherAsync(stopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            if (fault is not (JsonRpcException or LedgerFault)) logger.RoundFailed(fault);
            obstacles.Report(fault.Message.TrimEnd('.'));
            await _backoff.PauseAsync(stopping);
        }
    }

    /// <summary>Whoever comes first waits a moment for company.</summary>
    private async Task GatherAsync(CancellationToken stopping)
    {
        if (options.GatherFor <= TimeSpan.Zero) return;
        using var timer = new PeriodicTimer(options.GatherFor, time);
        await timer.WaitForNextTickAsync(stopping);
    }

    private async Task CallForBlocksAsync(CancellationToken stopping)
    {
        var seen = progress.Current;
        while (true)
        {
            seen = await progress.WaitForChangeAsync(seen, stopping);
            wake.Call();
        }
    }
}
