using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.Service.Indexing.Following;

namespace SupplyChainLedger.Service.Intake.Settlement;

/// <summary>Runs the settlement behind the index. What fails is tried again, even where no block follows.</summary>
internal sealed class SettlementService(
    IIndexProgress progress, IntentSettlement settlement, TimeProvider time, ILogger<SettlementService> logger)
    : BackgroundService
{
    private readonly Backoff _backoff = new(time);
    private bool _isFailing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var head = progress.Current;
            while (true)
            {
                head = await TryAsync(head, stoppingToken)
                    ? await progress.WaitForChangeAsync(head, stoppingToken)
                    : progress.Current;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> TryAsync(IndexHead head, CancellationToken stopping)
    {
        try
        {
            await settlement.FollowAsync(head, stopping);
            _backoff.Reset();
            _isFailing = false;
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            // The outbox says by itself what is wrong with its disk.
            if (fault is not LedgerFault && !_isFailing) logger.SettlementFailed(fault);
            _isFailing = true;
            await _backoff.PauseAsync(stopping);
            return false;
        }
    }
}
