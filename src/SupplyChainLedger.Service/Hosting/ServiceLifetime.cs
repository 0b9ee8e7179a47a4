namespace SupplyChainLedger.Service.Hosting;

/// <summary>
/// Keeps the host from listening to signals itself: it would end while calls are still under way. See
/// <see cref="TerminationSignal"/>.
/// </summary>
internal sealed class ServiceLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
