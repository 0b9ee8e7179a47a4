using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing;

namespace SupplyChainLedger.Service.Health;

/// <summary>
/// Looks every second whether the index keeps up with its node, and whether the chain goes on at all.
/// </summary>
internal sealed class ChainWatch(
    IIndexProgress progress, Readiness readiness, HealthOptions options, TimeProvider time, ILogger<ChainWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly IndexLag _lag = new(time);
    private readonly Dictionary<ServicePart, string> _told = [];
    private bool _hasCaughtUp;

    /// <summary>How long the index has lacked a block that the node has shown.</summary>
    public TimeSpan Lag { get; private set; }

    /// <summary>Age of the chain's newest block by this machine's clock; zero while the index does not have it.
    /// </summary>
    public TimeSpan HeadAge => progress.Current is { IsCaughtUp: true, Indexed.Timestamp: var seconds }
        ? Positive(time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds((long)seconds))
        : TimeSpan.Zero;

    /// <summary>Looks once.</summary>
    public void Look()
    {
        var head = progress.Current;
        _lag.Observe(head);
        Lag = _lag.Current;

        // Until it has caught up for the first time, the indexer itself says how far it is.
        _hasCaughtUp |= head.IsCaughtUp;
        var isLate = _hasCaughtUp && (head.Lag > options.MaxLagBlocks || Lag > options.MaxLag);
        Tell(ServicePart.Lag, isLate ? Behind(head) : null);
        var hasStopped = options.MaxHeadAge > TimeSpan.Zero && HeadAge > options.MaxHeadAge;
        Tell(ServicePart.Chain, hasStopped ? StandingStill(head) : null);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) Look();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>Readiness always says the newest figures; the log has one line for the begin and one for the end.
    /// </summary>
    private void Tell(ServicePart part, string? reason)
    {
        readiness.Report(part, reason);
        var name = Readiness.NameOf(part);
        if (reason is not null && _told.TryAdd(part, reason)) log.Unwell(name, reason);
        else if (reason is null && _told.Remove(part, out var before)) log.Healed(name, before);
    }

    private string Behind(IndexHead head) =>
        $"the index stands at block {head.Indexed.Number}, {head.Lag} blocks and {Lag.TotalSeconds:F0} s behind its "
        + "node";

    private string StandingStill(IndexHead head) =>
        $"the newest block, {head.Indexed.Number}, is {HeadAge.TotalSeconds:F0} s old by this machine's clock: the "
        + "chain stands still, its node is behind, or the clock is wrong";

    private static TimeSpan Positive(TimeSpan age) => age > TimeSpan.Zero ? age : TimeSpan.Zero;
}
