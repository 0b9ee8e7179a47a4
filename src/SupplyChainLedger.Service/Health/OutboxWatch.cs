using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.Service.Hosting;
using SupplyChainLedger.Service.Intake.Outbox;

namespace SupplyChainLedger.Service.Health;

/// <summary>
/// Looks every second whether the outbox's disk has refused a commit. From then on it tries by itself whether there is
/// room again: more than one commit needs, since small ones may pass where larger ones do not.
/// </summary>
internal sealed class OutboxWatch(
    OutboxDatabase outbox, OutboxWriter writer, Readiness readiness, TimeProvider time, ILogger<OutboxWatch> log)
    : BackgroundService
{
    private const int Room = 1024 * 1024;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private OutboxRefusal? _told;
    private OutboxRefusal? _over;

    /// <summary>Looks once, and tries where a commit has been refused.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        if (writer.LastRefusal is not { } refusal || refusal == _over) return;
        readiness.Report(ServicePart.Outbox, refusal.Reason);
        if (_told is null) log.Unwell(Readiness.NameOf(ServicePart.Outbox), refusal.Reason);
        _told = refusal;
        if (!HasRoom() || !await TryCommitAsync(cancellation) || writer.LastRefusal != refusal) return;
        readiness.Report(ServicePart.Outbox, null);
        log.Healed(Readiness.NameOf(ServicePart.Outbox), refusal.Reason);
        (_told, _over) = (null, refusal);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private bool HasRoom()
    {
        try
        {
            using var file = new FileStream(
                $"{outbox.Path}.probe", FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0,
                FileOptions.DeleteOnClose);
            file.Write(new byte[Room]);
            file.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task<bool> TryCommitAsync(CancellationToken cancellation)
    {
        try
        {
            // Changes nothing, and is written all the same.
            await writer.WriteAsync(
                static session => session.Sqlite.Execute("UPDATE network SET first_block = first_block"), cancellation);
            return true;
        }
        catch (LedgerFault)
        {
            return false;
        }
    }
}
