using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Intake.Settlement;

/// <summary>Runs the settlement behind the index.</summary>
internal sealed class SettlementService(
    IIndexProgress progress, IntentSettlement settlement, ILogger<SettlementService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var head = progress.Current;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await settlement.FollowAsync(head, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.SettlementFailed(fault);
            }

            head = await progress.WaitForChangeAsync(head, stoppingToken);
        }
    }
}
