using Microsoft.Data.Sqlite;
using SupplyChainLedger.Ethereum.JsonRpc;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Indexing.Storage;

namespace SupplyChainLedger.Service.Indexing.Following;

/// <summary>Keeps the index with the chain for as long as the service runs.</summary>
internal sealed class Indexer(
    ChainFollower follower,
    IndexNudge nudge,
    IIndexProgress progress,
    Readiness readiness,
    IndexingOptions options,
    TimeProvider time,
    ILogger<Indexer> log) : BackgroundService
{
    private readonly Backoff _backoff = new(time);
    private readonly LookPause _pause = new(options.PollInterval);
    private string? _fault;
    private bool _hasCaughtUp;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var pause = time.CreateTimer(
            static state => ((IndexNudge)state!).Wake(), nudge, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            while (await FollowAsync(pause, stoppingToken))
            {
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>One look at the node and the wait for the next; false when the index has stopped for good.</summary>
    private async Task<bool> FollowAsync(ITimer pause, CancellationToken stopping)
    {
        try
        {
            var before = progress.Current.Indexed;
            var more = await follower.StepAsync(stopping);
            ReportStep(more);
            if (more) return true;
            pause.Change(
                _pause.Next(nudge.TakeExpectation(), progress.Current.Indexed != before), Timeout.InfiniteTimeSpan);
            await nudge.WaitAsync(stopping);
            return true;
        }
        catch (ChainReplacedException fault)
        {
            return Halt(ServicePart.Finality, fault.Message);
        }
        catch (SqliteException fault) when (IndexFile.IsDamage(fault))
        {
            return Halt(
                ServicePart.Index,
                $"index.db is damaged ({fault.Message}); start the service again, and it is rebuilt.");
        }
        catch (Exception fault) when (fault is JsonRpcException or InconsistentChainException or SqliteException)
        {
            ReportFault(fault);
            await _backoff.PauseAsync(stopping);
            return true;
        }
    }

    private void ReportStep(bool more)
    {
        var head = progress.Current;
        _hasCaughtUp |= !more;
        _backoff.Reset();
        if (_fault is not null) log.Resumed(head.Indexed.Number);
        _fault = null;
        readiness.Report(ServicePart.Node, null);
        readiness.Report(
            ServicePart.Index, _hasCaughtUp ? null : $"has reached block {head.Indexed.Number} of {head.ChainHead}");
    }

    /// <summary>Logs a fault when it is another one than at the last try.</summary>
    private void ReportFault(Exception fault)
    {
        var kind = fault is JsonRpcException ? fault.GetType().Name : fault.Message;
        if (_fault != kind) log.Interrupted(progress.Current.Indexed.Number, fault.Message);
        _fault = kind;
        var part = fault is JsonRpcException ? ServicePart.Node : ServicePart.Index;
        readiness.Report(part, fault.Message);
    }

    private bool Halt(ServicePart part, string reason)
    {
        log.Halted(reason);
        readiness.Report(part, $"the index has stopped: {reason}");
        return false;
    }
}
